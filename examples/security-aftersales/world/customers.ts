import { districts, pointNear } from './districts.ts';
import type { Draws } from './draws.ts';
import { inventedPhone } from './people.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly place: {
    readonly address: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly source: 'history';
  };
}

const first = [
  '海岸',
  '鹏城',
  '福民',
  '华强',
  '锦绣',
  '天安',
  '蛇口',
  '梅林',
  '宝华',
  '龙腾',
  '东湖',
  '翠竹',
  '科苑',
  '松坪',
  '大梅沙',
  '观澜',
];
const kinds = [
  '学校',
  '花园物业',
  '便利店',
  '电子厂',
  '幼儿园',
  '仓储',
  '写字楼',
  '社区医院',
  '酒店',
  '住宅',
];

/** Shops, estates, schools, factories, homes; twelve numbers are shared by two customers. */
export function customersOf(draws: Draws, count: number): readonly Customer[] {
  const customers = Array.from({ length: count }, (_, index) =>
    customer(draws.fork(`customer-${index}`), index),
  );
  return customers.map((one, index) => withSharedNumber(one, customers[index - 1], index));
}

function customer(draws: Draws, index: number): Customer {
  const district = draws.one(districts);
  const phones = Array.from({ length: draws.whole(1, 2) }, () => inventedPhone(draws));
  return {
    id: `customer-${String(index + 1).padStart(4, '0')}`,
    name: `${district.name.slice(0, 2)}${draws.one(first)}${draws.one(kinds)}`,
    phones,
    place: {
      address: `${district.city}${district.name}${draws.one(first)}路${draws.whole(1, 300)}号`,
      ...pointNear(district, draws),
      source: 'history',
    },
  };
}

function withSharedNumber(one: Customer, neighbour: Customer | undefined, index: number): Customer {
  const shared = neighbour?.phones[0];
  if (shared === undefined || index % 70 !== 1 || index > 70 * 12) return one;
  return { ...one, phones: [...one.phones, shared] };
}
