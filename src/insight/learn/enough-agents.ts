/** What fewer different agents say moves a script by one place at most, and takes none away. */
export const ENOUGH_AGENTS = 5
