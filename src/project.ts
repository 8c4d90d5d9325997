import { fileURLToPath } from 'node:url'

/** The file or folder at `path` in the project; the code stands one level below it, as source in src and bundled in dist. */
export const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
