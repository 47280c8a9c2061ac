// The live page: new cards as they come, and a line that says whether we are still connected.
// Everything else in the office works without script.
(() => {
    "use strict";
    const list = document.getElementById("cards");
    const line = document.getElementById("line");
    if (!list || !line || !list.dataset.stream || !window.EventSource) return;

    const longest = Number(list.dataset.length) || 50;
    // The server sends a beat every 15 seconds: after two missed ones nobody should trust the page.
    const silence = 35_000;
    const base = new URL(list.dataset.stream, location.href);
    let last = base.searchParams.get("after") || "0";
    let heard = Date.now();
    let told = null;
    let source = null;
    let state = "waiting";
    let pause = 1_000;

    const ago = moment => {
        const seconds = Math.round((Date.now() - moment) / 1_000);
        if (seconds < 1) return "vừa xong";
        if (seconds < 60) return `${seconds} giây trước`;
        if (seconds < 3_600) return `${Math.floor(seconds / 60)} phút trước`;
        return `${Math.floor(seconds / 3_600)} giờ trước`;
    };

    const say = () => {
        const words = {
            waiting: "đang kết nối…",
            open: told ? `đã kết nối · sự kiện cuối ${ago(told)}` : "đã kết nối · chưa có sự kiện mới",
            lost: `mất kết nối, đang thử lại · nghe lần cuối ${ago(heard)}`,
        }[state];
        // A screen reader should hear a change of state, not every second of it.
        line.setAttribute("aria-live", line.dataset.state === state ? "off" : "polite");
        line.dataset.state = state;
        if (line.textContent !== words) line.textContent = words;
    };

    const alive = event => {
        heard = Date.now();
        state = "open";
        pause = 1_000;
        if (event && event.lastEventId) last = event.lastEventId;
    };

    const put = html => {
        const box = document.createElement("template");
        box.innerHTML = html;
        const card = box.content.firstElementChild;
        if (!card || (card.id && document.getElementById(card.id))) return;
        const nothing = document.getElementById("nothing");
        if (nothing) nothing.remove();
        for (const old of list.querySelectorAll(".fresh")) old.classList.remove("fresh");
        card.classList.add("fresh");
        list.prepend(card);
        while (list.children.length > longest) list.lastElementChild.remove();
    };

    const connect = () => {
        if (source) source.close();
        base.searchParams.set("after", last);
        source = new EventSource(base);
        source.addEventListener("open", () => { alive(null); say(); });
        source.addEventListener("beat", event => { alive(event); say(); });
        source.addEventListener("card", event => {
            alive(event);
            told = Date.now();
            put(event.data);
            say();
        });
        source.addEventListener("resync", () => location.reload());
        source.addEventListener("error", () => {
            state = "lost";
            say();
            // The browser retries by itself while the stream is "connecting"; after a refusal it does not.
            if (source.readyState === EventSource.CLOSED) {
                setTimeout(connect, pause);
                pause = Math.min(pause * 2, 30_000);
            }
        });
    };

    setInterval(() => {
        if (state === "open" && Date.now() - heard > silence) {
            state = "lost";
            connect();
        }
        say();
    }, 1_000);
    addEventListener("pagehide", () => source && source.close());
    addEventListener("pageshow", event => event.persisted && location.reload());
    connect();
})();
