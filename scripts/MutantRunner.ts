/** Runs a test as it is, sees which mutants it comes by, and runs it again with each of those that still lives. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { RunnerTestCase as Test } from "vitest"
import { TestRunner } from "vitest"

declare global {
  /** Asked wherever a mutant could stand: does this one hold now? */
  var mutant: ((id: number) => boolean) | undefined
}

export default class MutantRunner extends TestRunner {
  readonly killed = new Set<number>()
  readonly failed: Array<string> = []

  override async runTask(test: Test): Promise<void> {
    const run = TestRunner.getTestFn(test)
    const met = new Set<number>()
    globalThis.mutant = (id) => {
      met.add(id)
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
      globalThis.mutant = (id) => id === one
      try {
        await run()
      } catch {
        this.killed.add(one)
      }
    }
    globalThis.mutant = undefined
  }

  onAfterRunFiles(): void {
    const report = { killed: [...this.killed], failed: this.failed }
    writeFileSync(join(process.env["MUTANTS_FOLDER"]!, `${process.pid}-${Math.random()}.json`), JSON.stringify(report))
    super.onAfterRunFiles()
  }
}
