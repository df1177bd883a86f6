// Runs in the page.

/** A service that says what the test wants it to. */
window.fakeSource = () => {
  const listeners = new Set()
  const tell = (heard) => {
    for (const listener of listeners) listener(heard)
  }
  return {
    lose: () => tell({ kind: 'connection', state: 'lost' }),
    frame: (frame) => tell({ kind: 'frame', frame }),
    send(frame) {
      if (frame.type !== 'conversation.open') return
      tell({
        kind: 'frame',
        frame: { type: 'conversation.opened', re: frame.id, conversationId: frame.conversationId, state: {}, seq: 0 },
      })
    },
    request: (path) =>
      path === '/v1/suggestions' && window.hits
        ? Promise.resolve(window.hits)
        : Promise.reject(new Error('no service')),
    listen(listener) {
      listeners.add(listener)
      listener({ kind: 'connection', state: 'ready' })
      return () => listeners.delete(listener)
    },
  }
}
