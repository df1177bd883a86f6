// Runs in the page of a console, beside `paint-of.js`: shopper bubbles, told to the panel as consoles do.

/** Milliseconds from the bubble to the paint; undefined where there is nothing to suggest. */
window.bubble = async (conversationId, text) => {
  const panel = document.querySelector('huashu-panel')
  const conversation = { store: 'demo', channel: 'web', conversationId }
  const messageId = `${conversationId}-m`
  const isOpened = (frame) => frame.type === 'conversation.opened' && frame.conversationId === conversationId
  const opened = window.frameOf(panel, isOpened)
  panel.conversation = conversation
  await opened
  await window.painted()
  const answered = window.paintOf(messageId)
  const start = Date.now()
  document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: text }))
  panel.addMessage(conversation, { role: 'shopper', messageId, text })
  const at = await answered
  return at === undefined ? undefined : at - start
}
