// Live parts poll while the page is seen: <div hx-get="…" hx-trigger="poll" data-poll="5">.
// htmx's own "only while visible" filter needs eval, which the content policy forbids.
const SECONDS = 5;

export function watchPolling() {
  setInterval(tell, 1000);
  document.addEventListener("visibilitychange", tell);
}

function tell() {
  if (document.hidden) return;
  const now = Date.now();
  for (const part of document.querySelectorAll("[data-poll]")) {
    const every = (Number(part.dataset.poll) || SECONDS) * 1000;
    const last = Number(part.dataset.polledAt || (part.dataset.polledAt = now));
    if (now - last < every) continue;
    part.dataset.polledAt = now;
    part.dispatchEvent(new CustomEvent("poll"));
  }
}
