// Attributes of our namespace and of foreign ones go along when an element is copied or changed into another kind.
export class GovAttributes {
  constructor(eventBus) {
    eventBus.on('moddleCopy.canCopyProperties', 1500, ({ sourceElement, targetElement }) => {
      for (const [name, value] of Object.entries(sourceElement.$attrs ?? {})) {
        if (name.includes(':') && !name.startsWith('xmlns') && !(name in targetElement.$attrs)) {
          targetElement.$attrs[name] = value;
        }
      }
      return undefined;
    });
  }
}

GovAttributes.$inject = ['eventBus'];
