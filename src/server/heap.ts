import { setFlagsFromString } from 'node:v8'

// Keeps the process small beside the other services of a store's machine: the young generation stays at 8 MB, which also keeps its collections short,
// and the old one is collected when it has grown by 40 %, not several times. Imported first: what has grown once stays.
setFlagsFromString('--max-semi-space-size=8')
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=40')

// Answers are kept for sockets that were away: a small piece of a pool holds the whole of it in memory.
Buffer.poolSize = 8_192
