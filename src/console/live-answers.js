/** The longest wait between two attempts to connect. */
const LONGEST_MS = 15_000
const UNAUTHORIZED = 4401

/**
 * The answers of conversations, as they come: a socket that comes back by itself.
 * `hello` gives the fields of `session.open`, or undefined when nobody may connect; `refused` is called when the service wants to know who this is.
 */
export function liveAnswers({ hello, refused, ready, answer, stale, failed, lost }) {
  let socket
  let ping
  let waitMs = 1_000

  async function connect() {
    const fields = await hello().catch(() => lost())
    if (!fields) return later()
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/v1/stream`)
    socket = opened
    opened.addEventListener('open', () => send({ type: 'session.open', protocol: 1, ...fields }))
    opened.addEventListener('message', ({ data }) => take(JSON.parse(data)))
    opened.addEventListener('close', ({ code }) => {
      clearInterval(ping)
      if (opened !== socket) return
      socket = undefined
      if (code === UNAUTHORIZED) return refused()
      lost()
      later()
    })
  }

  function later() {
    setTimeout(connect, waitMs)
    waitMs = Math.min(LONGEST_MS, waitMs * 2)
  }

  function take(frame) {
    if (frame.type === 'session.ready') {
      waitMs = 1_000
      ping = setInterval(() => send({ type: 'ping' }), frame.heartbeatMs)
      ready()
    } else if (frame.type === 'suggestions.ready') answer(frame)
    else if (frame.type === 'suggestions.stale') stale(frame)
    else if (frame.type === 'error') failed(frame)
  }

  function send(frame) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  return { connect, send }
}
