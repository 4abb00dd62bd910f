/** How several items of a list are spoken of. Sources of patterns. */

/** A number that items of a group are told by. */
export const groupNumber = '\\d{1,3}|[一二三四五六七八九十]{1,3}'
/** 本部分, 以下第9至11项; the numbers and what joins them are caught. */
export const someOf = `(?:本|该)(?:类|部分|方面|章|大类|领域|组)|(?:以下|以上|上述)?第(${groupNumber})(?:项|个|条)?([至到—~、和-])第?(${groupNumber})(?:项|个|条)`
