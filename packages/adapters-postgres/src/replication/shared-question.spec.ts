import { expect, test } from "vitest";
import { makeSharedQuestion } from "./shared-question.ts";

const aQuestion = () => {
  const asked: PromiseWithResolvers<number>[] = [];
  const ask = makeSharedQuestion(() => {
    const question = Promise.withResolvers<number>();
    asked.push(question);
    return question.promise;
  });
  return { ask, asked };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("who asks at the same time shares a question, who asks later does not get its answer", async () => {
  const { ask, asked } = aQuestion();
  const first = [ask(), ask()];
  await turn();
  expect(asked).toHaveLength(1);
  const later = [ask(), ask(), ask()];
  asked[0]?.resolve(1);
  expect(await Promise.all(first)).toEqual([1, 1]);
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]?.resolve(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test("a question that failed is put again for the next who asks", async () => {
  const { ask, asked } = aQuestion();
  const first = ask();
  await turn();
  asked[0]?.reject(new Error("away"));
  await expect(first).rejects.toThrow("away");
  const again = ask();
  await turn();
  asked[1]?.resolve(2);
  expect(await again).toBe(2);
});
