namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class Script
{
    /// <summary>Keeps a page current: it fetches the page anew and changes only what differs; output arrives as server-sent events.</summary>
    public const string JavaScript = """
        "use strict";
        const live = document.querySelector("[data-live]");
        const follow = document.getElementById("follow");
        let paused = false;

        // Same shape: change the texts and attributes in place, so that focus, scroll and open details stay as they are.
        function bring(now, next) {
          if (now.isEqualNode(next)) return;
          const same = now.nodeType === next.nodeType && now.nodeName === next.nodeName;
          if (!same || now.childNodes.length !== next.childNodes.length) { now.replaceWith(next.cloneNode(true)); return; }
          if (now.nodeType === Node.TEXT_NODE) { now.data = next.data; return; }
          if (now.nodeType !== Node.ELEMENT_NODE) return;
          for (const { name } of [...now.attributes]) if (!next.hasAttribute(name) && name !== "open") now.removeAttribute(name);
          for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
          const wanted = [...next.childNodes];
          [...now.childNodes].forEach((child, i) => bring(child, wanted[i]));
        }

        async function refresh() {
          if (paused || document.hidden || live.querySelector("details[open]")) return;
          try {
            const response = await fetch(location.href, { headers: { Accept: "text/html" } });
            const page = new DOMParser().parseFromString(await response.text(), "text/html");
            const focused = document.activeElement?.getAttribute("href");
            bring(live, page.querySelector("[data-live]"));
            if (focused && document.activeElement === document.body) live.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
          } catch { /* The stack has stopped, or is starting again: the next round will tell. */ }
        }

        function lines() {
          const box = document.getElementById("output");
          const body = box.querySelector("tbody");
          box.scrollTop = box.scrollHeight;
          const url = new URL(follow.dataset.stream, location.href);
          url.searchParams.set("after", follow.dataset.after);
          let waiting = [];
          const show = () => {
            const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
            body.append(...waiting.splice(0).map(row));
            while (body.rows.length > 2000) body.deleteRow(0);
            if (atEnd) box.scrollTop = box.scrollHeight;
          };
          let source;
          const open = () => {
            source = new EventSource(url);
            source.onopen = () => { follow.textContent = "Live: new lines are added at the end."; };
            source.onerror = () => { follow.textContent = "Not connected. Trying again."; source.close(); setTimeout(open, 2000); };
            source.onmessage = (event) => {
              const line = JSON.parse(event.data);
              url.searchParams.set("after", line.ticks);
              waiting.push(line);
              if (waiting.length > 2000) waiting.shift();
              if (!paused && waiting.length === 1) requestAnimationFrame(show);
            };
          };
          addEventListener("childq:resume", show);
          open();
        }

        function row(line) {
          const tr = document.createElement("tr");
          if (line.isError) tr.className = "error";
          const time = document.createElement("time");
          time.dateTime = line.at; time.textContent = line.time;
          const code = document.createElement("code");
          code.textContent = line.text;
          for (const content of [time, line.resource, code]) { const td = document.createElement("td"); td.append(content); if (content === code) td.className = "message"; tr.append(td); }
          return tr;
        }

        if (live || follow) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = "Pause updates";
          button.addEventListener("click", () => {
            paused = !paused;
            button.textContent = paused ? "Resume updates" : "Pause updates";
            if (!paused) dispatchEvent(new Event("childq:resume"));
          });
          document.getElementById("pause").append(button);
        }
        if (live) setInterval(refresh, 2000);
        if (follow) lines();
        """;
}
