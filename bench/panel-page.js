// Runs in the page: shopper bubbles in a console, and how long until the panel's suggestions for them are painted.

const panel = document.querySelector('huashu-panel')
const list = document.querySelector('main')
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** Milliseconds from the bubble to the paint; undefined where there is nothing to suggest. */
window.bubble = async (conversationId, text) => {
  const conversation = { store: 'demo', channel: 'web', conversationId }
  const messageId = `${conversationId}-m`
  const opened = heard((frame) => frame.type === 'conversation.opened' && frame.conversationId === conversationId)
  panel.conversation = conversation
  await opened
  await painted()
  const answer = heard((frame) => frame.type === 'suggestions.ready' && frame.messageIds.includes(messageId))
  const start = performance.now()
  list.append(Object.assign(document.createElement('p'), { textContent: text }))
  panel.addMessage(conversation, { role: 'shopper', messageId, text })
  const { turnId, suggestions } = await answer
  if (suggestions.length === 0) return undefined
  while (!panel.shadowRoot.getElementById(`s${turnId}-0`)) await new Promise((resolve) => queueMicrotask(resolve))
  await painted()
  return performance.now() - start
}

function heard(isIt) {
  return new Promise((resolve) => {
    const stop = panel.source.listen((heard) => {
      if (heard.kind !== 'frame' || !isIt(heard.frame)) return
      stop()
      resolve(heard.frame)
    })
  })
}
