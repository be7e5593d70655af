// Takes properties over that were changed outside the canvas (panel, simple view), as one step of the canvas's history.
// What belongs to the drawing's structure stays: ids, ends of flows, nesting.
const structure = new Set([
  'id', 'incoming', 'outgoing', 'sourceRef', 'targetRef', 'lanes', 'flowElements', 'artifacts', 'laneSets', 'attachedToRef',
  'boundaryEventRefs', 'dataObjectRef', 'dataStoreRef', 'dataInputAssociations', 'dataOutputAssociations', 'ioSpecification', 'properties'
]);

export class ElementProperties {
  constructor(commandStack, elementRegistry, moddle, bpmnjs) {
    this.commandStack = commandStack;
    this.elementRegistry = elementRegistry;
    this.moddle = moddle;
    this.bpmnjs = bpmnjs;
    commandStack.registerHandler('element-properties.take', TakeHandler);
  }

  async take(xml) {
    const { rootElement, references } = await this.moddle.fromXML(xml);
    const changes = [];
    for (const process of rootElement.rootElements ?? []) {
      for (const next of process.flowElements ?? []) {
        const element = this.elementRegistry.get(next.id);
        if (element && element.businessObject.$type === next.$type) {
          changes.push({ element, next });
        }
      }
    }
    this.#resolve(references, changes);
    this.commandStack.execute('element-properties.take', { changes, name: undefined });
  }

  // References point into the file that came; here they must point to the objects that are drawn.
  #resolve(references, changes) {
    const arrived = new Map(changes.map(change => [change.next, change]));
    const roots = new Map(this.bpmnjs.getDefinitions().rootElements.map(root => [root.id, root]));
    for (const { element, property, id } of references) {
      const name = property.split(':').pop();
      if (arrived.has(element) && structure.has(name)) {
        continue;
      }
      const target = this.elementRegistry.get(id)?.businessObject ?? roots.get(id);
      if (target) {
        element.set(property, target);
      }
    }
  }
}

ElementProperties.$inject = ['commandStack', 'elementRegistry', 'moddle', 'bpmnjs'];

class TakeHandler {
  constructor(modeling) {
    this.modeling = modeling;
  }

  execute(context) {
    context.old = context.changes.map(({ element, next }) => exchange(element.businessObject, next));
    return context.changes.map(change => change.element);
  }

  revert(context) {
    context.changes.forEach(({ element }, i) => put(element.businessObject, context.old[i]));
    return context.changes.map(change => change.element);
  }

  // Names go through the canvas's own command, which makes and moves labels.
  postExecute({ changes }) {
    for (const { element, next } of changes) {
      if ((element.businessObject.name ?? '') !== (next.name ?? '')) {
        this.modeling.updateProperties(element, { name: next.name });
      }
    }
  }
}

TakeHandler.$inject = ['modeling'];

function propertiesOf(object) {
  return Object.keys(object).filter(name => !name.startsWith('$') && name !== 'name' && !structure.has(name));
}

function exchange(object, next) {
  const names = new Set([...propertiesOf(object), ...propertiesOf(next)]);
  const old = { properties: {}, attributes: { ...object.$attrs } };
  const fresh = { properties: {}, attributes: { ...next.$attrs } };
  for (const name of names) {
    old.properties[name] = object[name];
    fresh.properties[name] = next[name];
  }
  put(object, fresh);
  return old;
}

function put(object, { properties, attributes }) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) {
      delete object[name];
    } else {
      object[name] = value;
      if (!object.$descriptor.propertiesByName[name]?.isReference) {
        adopt(value, object);
      }
    }
  }
  Object.keys(object.$attrs).forEach(name => delete object.$attrs[name]);
  Object.assign(object.$attrs, attributes);
}

// What an object contains knows it as its parent.
function adopt(value, parent) {
  for (const child of Array.isArray(value) ? value : [value]) {
    if (child?.$type) {
      child.$parent = parent;
    }
  }
}
