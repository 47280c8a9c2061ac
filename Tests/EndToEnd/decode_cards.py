"""Reads every code of a PDF of cards, as printed and as badly as life may treat it, with two decoders.

    python decode_cards.py cards.pdf addresses.txt [--dpi 150] [--seed 1] [--keep FOLDER]

addresses.txt holds one expected address a line. Needs pdftoppm (poppler-utils) and zbarimg (zbar-tools), and the
Python packages zxing-cpp, pillow and numpy. Prints a table; exits with 1 if any code is missed or misread.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import zxingcpp
from PIL import Image

import degrade


def with_zbar(picture, folder):
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".png") as file:
        picture.save(file, "PNG", compress_level=1)
        file.flush()
        # No check of the exit code: 4 says that there was no code, and it complains about a missing desktop bus.
        found = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.name],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return set(found.stdout.split())


def with_zxing(picture, folder):
    return {code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)}


DECODERS = {"zbar": with_zbar, "zxing-cpp": with_zxing}


def pages(pdf, dpi, folder):
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(pdf), str(folder / "page")], check=True)
    return sorted(folder.glob("page-*.pgm"))


def read_page(file, seed, folder):
    """(treatment, decoder) -> what was read on this page."""
    found = {}
    with Image.open(file) as original:
        original.load()
        for treatment, degraded in degrade.ALL.items():
            picture = degraded(original, seed)
            for decoder, read in DECODERS.items():
                found[treatment, decoder] = read(picture, folder)
    return found


def decode(pdf, expected, dpi=150, seed=1, keep=None):
    """(treatment, decoder) -> (addresses missed, addresses read that nobody printed)."""
    expected = set(expected)
    found = {(treatment, decoder): set() for treatment in degrade.ALL for decoder in DECODERS}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = pages(pdf, dpi, folder)
        if keep:
            keep_examples(files[0], seed, pathlib.Path(keep))
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            seeds = range(seed, seed + len(files))
            for page in threads.map(lambda file, seed: read_page(file, seed, folder), files, seeds):
                for way, addresses in page.items():
                    found[way] |= addresses
    return {way: (expected - addresses, addresses - expected) for way, addresses in found.items()}


def keep_examples(file, seed, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with Image.open(file) as page:
        for treatment, degraded in degrade.ALL.items():
            degraded(page, seed).save(folder / f"{treatment.replace(' ', '-')}.png")


def main():
    arguments = argparse.ArgumentParser(description="Reads every code of a PDF of cards.")
    arguments.add_argument("pdf")
    arguments.add_argument("addresses")
    arguments.add_argument("--dpi", type=int, default=150)
    arguments.add_argument("--seed", type=int, default=int(os.environ.get("HAILONG_SEED", "1")))
    arguments.add_argument("--keep", metavar="FOLDER", help="where to leave the first page in each treatment")
    given = arguments.parse_args()
    expected = pathlib.Path(given.addresses).read_text().split()
    if not expected:
        sys.exit("no addresses expected: nothing to decode")
    results = decode(given.pdf, expected, given.dpi, given.seed, given.keep)

    print(f"{len(expected)} codes of {given.pdf} at {given.dpi} dpi, seed {given.seed}")
    print(f"{'':14}" + "".join(f"{decoder:>12}" for decoder in DECODERS))
    for treatment in degrade.ALL:
        read = [len(expected) - len(results[treatment, decoder][0]) for decoder in DECODERS]
        print(f"{treatment:14}" + "".join(f"{f'{count}/{len(expected)}':>12}" for count in read))
    failed = False
    for (treatment, decoder), (missed, invented) in results.items():
        for address in sorted(missed):
            print(f"MISSED   {treatment}, {decoder}: {address}")
        for address in sorted(invented):
            print(f"INVENTED {treatment}, {decoder}: {address}")
        failed = failed or bool(missed or invented)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
