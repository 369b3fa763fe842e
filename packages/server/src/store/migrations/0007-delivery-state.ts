export const deliveryState = `
ALTER TABLE paidan.effects ADD COLUMN delivery text;
`;
