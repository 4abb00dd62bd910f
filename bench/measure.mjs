// CPU time of two pieces of work in turn, so that whatever else the machine does meets both; the least of several rounds counts.
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Least CPU seconds of `work` and of `floor` in so many rounds, after one that warms up. */
export async function interleaved(work, floor, rounds) {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round <= rounds; round++)
    for (const [index, one] of [work, floor].entries()) {
      const start = cpu()
      await one()
      if (round > 0) least[index] = Math.min(least[index], cpu() - start)
    }
  return least
}

/** Bytes that the work allocates, warm; needs `--expose-gc` and a young generation that holds all of it. */
export async function allocated(work) {
  for (let round = 0; round < 3; round++) await work()
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    await work()
    least = Math.min(least, process.memoryUsage().heapUsed - before)
  }
  return least
}
