// Runs in the document that shows a panel.

/** When the suggestions for a message were painted, by the clock on the wall, which all processes of a browser share; undefined where there is nothing to suggest. */
window.paintOf = async (messageId) => {
  const panel = document.querySelector('huashu-panel')
  const isAnswer = (frame) => frame.type === 'suggestions.ready' && frame.messageIds.includes(messageId)
  const { turnId, suggestions } = await window.frameOf(panel, isAnswer)
  if (suggestions.length === 0) return undefined
  await drawn(panel.shadowRoot, `s${turnId}-0`)
  await window.painted()
  return Date.now()
}

/** The first frame of a kind that a panel hears from now on. */
window.frameOf = (panel, isIt) =>
  new Promise((resolve) => {
    const stop = panel.source.listen((heard) => {
      if (heard.kind !== 'frame' || !isIt(heard.frame)) return
      stop()
      resolve(heard.frame)
    })
  })

/** Once the next frame is out. */
window.painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

function drawn(root, id) {
  if (root.getElementById(id)) return undefined
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!root.getElementById(id)) return
      observer.disconnect()
      resolve()
    })
    observer.observe(root, { childList: true, subtree: true, attributes: true })
  })
}
