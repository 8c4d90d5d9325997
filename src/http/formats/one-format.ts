/** A format in which one thing is written, from what it says of the thing. */
export type OneFormat<C> = { mediaType: string; contentType: string; describe: string; write: (content: C) => string }
