/** Runs a test as it is, sees which mutants it comes by, and runs it again with each of those that still lives. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { RunnerTestCase as Test } from "vitest"
import { TestRunner } from "vitest"

declare global {
  /** Asked wherever a mutant could stand: does this one hold now? */
  var mutant: ((id: number) => boolean) | undefined
  /** What was killed in this process, by whatever test file: it is not tried again. */
  var killedMutants: Set<number> | undefined
}

export default class MutantRunner extends TestRunner {
  readonly killed = (globalThis.killedMutants ??= new Set<number>())
  readonly failed: Array<string> = []

  async runTask(test: Test): Promise<void> {
    const run = TestRunner.getTestFn(test)
    const met = new Set<number>()
    let asked = 0
    globalThis.mutant = (id) => {
      met.add(id)
      asked++
      return false
    }
    try {
      await run()
    } catch {
      this.failed.push(test.name)
      return
    }
    for (const one of met) {
      if (this.killed.has(one)) continue
      // A break by which it never ends is noticed too.
      let left = 20 * asked + 10_000
      globalThis.mutant = (id) => {
        if (left-- < 0) throw new Error("It does not end.")
        return id === one
      }
      try {
        await run()
      } catch {
        this.killed.add(one)
      }
    }
    globalThis.mutant = undefined
  }

  override onAfterRunFiles(...files: Parameters<TestRunner["onAfterRunFiles"]>): void {
    const report = { killed: [...this.killed], failed: this.failed }
    writeFileSync(join(process.env["MUTANTS_FOLDER"]!, `${process.pid}-${Math.random()}.json`), JSON.stringify(report))
    super.onAfterRunFiles(...files)
  }
}
