// The page keeps one history for canvas, list and panel; the canvas's own keys for it are taken out, so that each works once.
export class OneHistory {
  constructor(eventBus) {
    eventBus.on('editorActions.init', 5000, ({ editorActions }) => ['undo', 'redo'].forEach(action => {
      if (editorActions.isRegistered(action)) {
        editorActions.unregister(action);
      }
    }));
  }
}

OneHistory.$inject = ['eventBus'];
