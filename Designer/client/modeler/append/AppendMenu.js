// What may be put into a process, as the server describes it, in the menu that opens at an element and for the list beside
// the canvas. A choice: { id, name, description, group, kind, activity }; kind "fragment" is put in by the server.
const types = {
  user: 'bpmn:UserTask',
  service: 'bpmn:ServiceTask',
  rule: 'bpmn:BusinessRuleTask',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  inclusive: 'bpmn:InclusiveGateway',
  wait: 'bpmn:IntermediateCatchEvent',
  end: 'bpmn:EndEvent'
};

const icons = {
  user: 'bpmn-icon-user-task',
  service: 'bpmn-icon-service-task',
  rule: 'bpmn-icon-business-rule-task',
  exclusive: 'bpmn-icon-gateway-xor',
  parallel: 'bpmn-icon-gateway-parallel',
  inclusive: 'bpmn-icon-gateway-or',
  wait: 'bpmn-icon-intermediate-event-catch-timer',
  end: 'bpmn-icon-end-event-none',
  fragment: 'bpmn-icon-subprocess-expanded'
};

const menu = 'shanzhi-append';
const room = 160;

export class AppendMenu {
  constructor(injector, popupMenu, eventBus, translate) {
    this.injector = injector;
    this.popupMenu = popupMenu;
    this.eventBus = eventBus;
    this.translate = translate;
    this.choices = [];
    popupMenu.registerProvider(menu, this);
  }

  setChoices(choices) {
    this.choices = choices;
  }

  open(elementId) {
    const element = this.#registry().get(elementId);
    if (!element) {
      return;
    }
    const { x, y, width, height } = this.injector.get('canvas').getAbsoluteBBox(element);
    const corner = this.injector.get('canvas').getContainer().getBoundingClientRect();
    this.popupMenu.open(element, menu, { x: corner.left + x + width + 8, y: corner.top + y + height / 2 }, {
      title: this.translate('Append element'),
      width: 340,
      search: true
    });
    requestAnimationFrame(() => listenToInputMethods(document.querySelector('.djs-popup-search input')));
  }

  getPopupMenuEntries(element) {
    return Object.fromEntries(this.choices.map(choice => [choice.id, {
      label: choice.name,
      description: choice.description,
      className: icons[choice.kind],
      group: { id: choice.group, name: choice.group },
      action: () => {
        this.popupMenu.close();
        this.injector.get('canvas').focus();
        this.append(choice.id, element.id);
      }
    }]));
  }

  // Puts a choice behind an element: on its way on when it has exactly one, else as a new way.
  append(choiceId, elementId) {
    const choice = this.choices.find(known => known.id === choiceId);
    const source = this.#registry().get(elementId) ?? this.last();
    if (!choice || !source) {
      return null;
    }
    if (choice.kind === 'fragment') {
      this.eventBus.fire('append.fragment', { fragment: choice.id, elementId: source.id });
      return null;
    }
    const shape = this.#shape(choice);
    const ways = source.waypoints ? [source] : (source.outgoing ?? []).filter(way => way.type === 'bpmn:SequenceFlow');
    const added = ways.length === 1 && choice.kind !== 'end' ? this.#insert(shape, ways[0]) : this.injector.get('autoPlace').append(source, shape);
    this.injector.get('selection').select(added);
    this.injector.get('canvas').scrollToElement(added, 80);
    return added;
  }

  drag(event, choiceId) {
    const choice = this.choices.find(known => known.id === choiceId);
    if (choice && choice.kind !== 'fragment') {
      this.injector.get('create').start(event, this.#shape(choice));
    }
  }

  #registry() {
    return this.injector.get('elementRegistry');
  }

  #shape({ name, kind, activity }) {
    const shape = this.injector.get('elementFactory').createShape({ type: types[kind], eventDefinitionType: kind === 'wait' ? 'bpmn:TimerEventDefinition' : undefined });
    if (['user', 'service', 'rule', 'wait'].includes(kind)) {
      shape.businessObject.name = name;
    }
    if (kind === 'wait') {
      const [timer] = shape.businessObject.eventDefinitions;
      timer.timeDuration = this.injector.get('bpmnFactory').create('bpmn:FormalExpression', { body: 'P1D' });
      timer.timeDuration.$parent = timer;
    }
    if (activity) {
      shape.businessObject.$attrs['gov:activity'] = activity;
    }
    return shape;
  }

  // The last element of the flow that leads somewhere: the one before an end.
  last() {
    const ends = this.#registry().filter(element => element.type === 'bpmn:EndEvent' && element.incoming?.length === 1);
    return ends[0]?.incoming[0].source ?? this.#registry().find(element => element.type === 'bpmn:StartEvent');
  }

  // Makes room behind the source, then puts the shape on the flow, which the canvas splits.
  #insert(shape, way) {
    const { source, target } = way;
    const modeling = this.injector.get('modeling');
    const gap = target.x - (source.x + source.width);
    if (gap < shape.width + 100 && gap > -source.width) {
      const start = source.x + source.width + 1;
      const spaceTool = this.injector.get('spaceTool');
      const all = this.injector.get('canvas').getRootElement().children.filter(child => !child.hidden);
      const { movingShapes, resizingShapes } = spaceTool.calculateAdjustments(siblings(source, all), 'x', room, start);
      if (movingShapes.length) {
        modeling.createSpace(movingShapes, resizingShapes, { x: room, y: 0 }, 'e', start);
      }
    }
    const middle = { x: Math.round(source.x + source.width + 50 + shape.width / 2), y: Math.round(source.y + source.height / 2) };
    return modeling.createShape(shape, middle, way);
  }
}

AppendMenu.$inject = ['injector', 'popupMenu', 'eventBus', 'translate'];

// The menu's search looks only when a key is released, and takes Enter at once. An input method for Chinese may release none,
// and uses Enter itself.
function listenToInputMethods(box) {
  box?.addEventListener('input', () => box.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
  box?.addEventListener('keydown', event => {
    if (event.isComposing) {
      event.stopPropagation();
    }
  });
}

// What stands in the same frame, with everything inside it: only that moves aside.
function siblings(source, all) {
  const frame = source.parent?.children ?? all;
  return frame.flatMap(element => [element, ...inside(element)]);
}

function inside(element) {
  return (element.children ?? []).flatMap(child => [child, ...inside(child)]);
}
