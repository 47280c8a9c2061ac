"""What happens to a printed page between the printer and a phone's camera, done to a picture of it.

Every function takes a greyscale Pillow image and gives a new one; chance comes from the seed alone.
"""
import io

import numpy as np
from PIL import Image, ImageFilter

PAPER = 255


def as_is(page, seed):
    return page


def rotated(page, seed):
    """Held at an angle of 10 degrees."""
    return page.rotate(10, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)


def blurred(page, seed):
    """Out of focus: 2 pixels at 150 dpi are a third of a millimetre."""
    return page.filter(ImageFilter.GaussianBlur(2))


def low_contrast(page, seed):
    """Faded ink under poor light: black becomes 35 % grey and white 65 %, with the camera's noise."""
    grey = 89 + np.asarray(page, dtype=np.float32) * (77 / 255)
    return _picture(grey + _noise(page, 2, seed))


def photocopied(page, seed):
    """A copy of a copy: twice scaled by a few percent, a little askew, blurred, with uneven toner and specks, and
    pressed to black and white by the machine; then photographed as a JPEG.
    """
    for generation, (scale, angle) in enumerate([(0.97, 0.8), (1.02, -1.3)]):
        size = (round(page.width * scale), round(page.height * scale))
        page = page.resize(size, Image.Resampling.BILINEAR)
        page = page.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=PAPER)
        page = page.filter(ImageFilter.GaussianBlur(0.8))
        toner = np.asarray(page, dtype=np.float32) + _noise(page, 24, seed + generation)
        threshold = 150 + 25 * np.sin(np.linspace(0, 9, page.width, dtype=np.float32))  # stripes along the drum
        copy = np.where(toner > threshold[None, :], 255, 20)
        specks = np.random.default_rng(seed + 10 + generation).random(copy.shape)
        copy[specks < 0.001] = 20
        copy[specks > 0.999] = 255
        page = _picture(copy)
    jpeg = io.BytesIO()
    page.filter(ImageFilter.GaussianBlur(0.8)).save(jpeg, "JPEG", quality=40)
    return Image.open(jpeg).convert("L")


ALL = {
    "as is": as_is,
    "rotated 10°": rotated,
    "blurred": blurred,
    "low contrast": low_contrast,
    "photocopy": photocopied,
}


def _noise(page, strength, seed):
    return np.random.default_rng(seed).normal(0, strength, (page.height, page.width)).astype(np.float32)


def _picture(values):
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
