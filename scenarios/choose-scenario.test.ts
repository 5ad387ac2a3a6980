import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StartProblem } from '#platform/database/start-problem.ts';
import { chooseScenario, type ScenarioChoice } from './choose-scenario.ts';
import { findScenario } from './scenarios.ts';

const nothing: ScenarioChoice = { asked: undefined, remembered: undefined, malls: [] };
const chosen = (choice: Partial<ScenarioChoice>) => chooseScenario({ ...nothing, ...choice })?.name;
const problem = (choice: Partial<ScenarioChoice>) => {
  try {
    chosen(choice);
  } catch (error) {
    if (error instanceof StartProblem) return error;
    throw error;
  }
  throw new Error('it was opened');
};

describe('the scenario that is opened', () => {
  it('is Balangan in an empty installation, else the one that was opened before', () => {
    assert.equal(chosen({}), 'balangan');
    assert.equal(chosen({ malls: [{ slug: 'balangan', sampleData: true }] }), 'balangan');
    assert.equal(chosen({ remembered: 'buleleng+friday' }), 'buleleng+friday');
  });

  it('is none where a mall of somebody’s own lies', () => {
    assert.equal(chosen({ malls: [{ slug: 'tabalong', sampleData: false }] }), undefined);
  });

  it('is a mall, a situation in Balangan, or a situation in a mall', () => {
    assert.equal(findScenario('friday')?.facts.mall.slug, 'balangan');
    assert.equal(findScenario('buleleng+ramadan')?.facts.mall.slug, 'buleleng');
    for (const name of ['', '+', 'friday+buleleng', 'buleleng+', 'buleleng+friday+ramadan', 'toString']) {
      assert.equal(findScenario(name), undefined, name);
    }
  });

  it('is named in one sentence with all there are when nobody knows it', () => {
    const { code, sentenceId, sentenceEn } = problem({ asked: 'bandung' });
    assert.equal(code, 'scenario-unknown');
    for (const name of [
      'bandung',
      'balangan',
      'banjarbaru',
      'buleleng',
      'busy-morning',
      'friday',
      'ramadan',
      'outage',
    ]) {
      assert.ok(sentenceId.includes(name) && sentenceEn.includes(name), name);
    }
  });

  it('never lands on top of another, nor on a mall of somebody’s own', () => {
    assert.equal(problem({ asked: 'friday', remembered: 'balangan' }).code, 'scenario-elsewhere');
    assert.equal(
      problem({ asked: 'balangan', malls: [{ slug: 'balangan', sampleData: false }] }).code,
      'scenario-elsewhere',
    );
    assert.equal(
      problem({ asked: 'friday', malls: [{ slug: 'balangan', sampleData: true }] }).code,
      'scenario-elsewhere',
    );
    assert.equal(chosen({ asked: 'friday', remembered: 'friday' }), 'friday');
  });
});
