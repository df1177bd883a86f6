/**
 * Whether this frame really lies before the agent's eyes: not covered, transparent, clipped away or moved under the pointer by the page around it. Chrome tells
 * that (`trackVisibility`) without letting the page have a say.
 */
export function watchVisibility(changed: (isSeen: boolean) => void): void {
  // the side panel is no part of a page
  if (window.top === window) {
    changed(true)
    return
  }
  const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] }
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined
    changed(last?.isVisible === true)
  }, options)
  observer.observe(document.documentElement)
}
