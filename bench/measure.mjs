// CPU time of two pieces of work in turn, so that whatever else the machine does meets both; the least of several rounds counts.
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The engine goes on compiling for some thirty rounds. */
const WARMING_ROUNDS = 30
const WARMING_SECONDS = 6
async function warm(work) {
  const start = cpu()
  for (let round = 0; round < WARMING_ROUNDS && cpu() - start < WARMING_SECONDS; round++) await work()
}

/** Least CPU seconds of `work` and of `floor` in so many rounds, both warm. */
export async function interleaved(work, floor, rounds) {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  await warm(work)
  await warm(floor)
  for (let round = 0; round < rounds; round++)
    for (const [index, one] of [work, floor].entries()) {
      const start = cpu()
      await one()
      least[index] = Math.min(least[index], cpu() - start)
    }
  return least
}

/** Bytes that the work allocates, warm; needs `--expose-gc` and a young generation that holds all of it. */
export async function allocated(work) {
  await warm(work)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    await work()
    least = Math.min(least, process.memoryUsage().heapUsed - before)
  }
  return least
}
