// Keys on the canvas: A appends, Enter and F2 name, Alt and arrows walk along the flow.
export class AppendKeys {
  constructor(keyboard, selection, appendMenu, directEditing, canvas, elementRegistry) {
    const chosen = () => selection.get().length === 1 ? selection.get()[0] : null;
    const actions = {
      a: element => appendMenu.open(element.id),
      Enter: element => directEditing.activate(element),
      F2: element => directEditing.activate(element)
    };
    // Before the keys that move what is selected.
    keyboard.addListener(2000, ({ keyEvent }) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = keyEvent;
      if (ctrlKey || metaKey || shiftKey) {
        return undefined;
      }
      if (altKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
        const next = walk(chosen(), key === 'ArrowRight') ?? elementRegistry.find(element => element.type === 'bpmn:StartEvent');
        if (next) {
          selection.select(next);
          canvas.scrollToElement(next, 80);
        }
        return true;
      }
      const act = altKey ? undefined : actions[key.length === 1 ? key.toLowerCase() : key];
      const element = chosen() ?? (act === actions.a ? appendMenu.last() : null);
      if (act && element) {
        act(element);
        return true;
      }
      return undefined;
    });
  }
}

AppendKeys.$inject = ['keyboard', 'selection', 'appendMenu', 'directEditing', 'canvas', 'elementRegistry'];

function walk(element, forward) {
  if (!element) {
    return null;
  }
  if (element.waypoints) {
    return forward ? element.target : element.source;
  }
  const ways = (forward ? element.outgoing : element.incoming) ?? [];
  return ways.length > 1 ? ways[0] : forward ? ways[0]?.target : ways[0]?.source;
}
