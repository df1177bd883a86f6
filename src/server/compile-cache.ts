import { enableCompileCache } from 'node:module'

// What was read and compiled once is kept, by its contents, in the system's folder for temporary files: without it two thirds of a start go into that. It holds
// for what is loaded after this module. A folder that cannot be written is no harm.
enableCompileCache()
