// Share through the phone's own sheet, else copy the address and say so.
export function watchSharing() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-share], [data-copy]");
    if (!button) return;
    const text = button.dataset.copy ?? new URL(button.dataset.share, location.href).href;
    if (button.dataset.share && navigator.share) {
      try {
        await navigator.share({ title: document.title, url: text });
      } catch {
        // The reader closed the sheet.
      }
      return;
    }
    await navigator.clipboard.writeText(text);
    const words = button.querySelector("span") ?? button;
    const before = words.textContent;
    words.textContent = button.dataset.copied ?? "✓";
    setTimeout(() => (words.textContent = before), 2000);
  });
}
