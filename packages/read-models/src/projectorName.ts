/** Name of the projector's subscription and of its checkpoint. */
export const PROJECTOR = 'projector';
