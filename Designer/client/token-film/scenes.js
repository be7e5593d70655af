// Cuts what really happened into scenes: within one act a flow follows another that led to its source; flows that do not
// wait for each other move together.
// Moves: [{ flow, act, label }] in the order in which they were taken; flows that the drawing does not have are left out.
// Scene: { act, label, flows: [connection] }.
export function scenes(moves, elementRegistry) {
  const cut = [];
  let act = null;
  let begin = 0;
  let arrived = new Map();
  for (const move of moves) {
    const connection = elementRegistry.get(move.flow);
    if (!connection?.waypoints) {
      continue;
    }
    if (move.act !== act) {
      act = move.act;
      begin = cut.length;
      arrived = new Map();
    }
    const scene = arrived.has(connection.source.id) ? arrived.get(connection.source.id) + 1 : begin;
    while (cut.length <= scene) {
      cut.push({ act, label: move.label, flows: [] });
    }
    cut[scene].flows.push(connection);
    arrived.set(connection.target.id, scene);
  }
  return cut;
}

// What is marked once the first scenes have been shown: where it passed, and where it stands. An end is passed when it is reached.
export function stateAfter(cut, count) {
  const flows = new Set();
  const taken = new Set();
  const open = new Set();
  for (const scene of cut.slice(0, count)) {
    scene.flows.forEach(({ source }) => {
      taken.add(source.id);
      open.delete(source.id);
    });
    scene.flows.forEach(({ id, target }) => {
      flows.add(id);
      (target.type === 'bpmn:EndEvent' ? taken : open).add(target.id);
    });
  }
  return { taken: [...taken], flows: [...flows], open: [...open].map(id => ({ id })) };
}
