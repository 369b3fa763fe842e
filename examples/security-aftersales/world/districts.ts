/** Where people live and devices hang: centres of districts and cities around Shenzhen, WGS-84. */
export interface District {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
}

export const districts: readonly District[] = [
  { id: 'nanshan', name: '南山区', city: '深圳市', latitude: 22.533, longitude: 113.93 },
  { id: 'futian', name: '福田区', city: '深圳市', latitude: 22.541, longitude: 114.055 },
  { id: 'luohu', name: '罗湖区', city: '深圳市', latitude: 22.548, longitude: 114.131 },
  { id: 'baoan', name: '宝安区', city: '深圳市', latitude: 22.555, longitude: 113.884 },
  { id: 'longgang', name: '龙岗区', city: '深圳市', latitude: 22.721, longitude: 114.247 },
  { id: 'longhua', name: '龙华区', city: '深圳市', latitude: 22.697, longitude: 114.045 },
  { id: 'guangming', name: '光明区', city: '深圳市', latitude: 22.748, longitude: 113.936 },
  { id: 'pingshan', name: '坪山区', city: '深圳市', latitude: 22.708, longitude: 114.346 },
  { id: 'yantian', name: '盐田区', city: '深圳市', latitude: 22.557, longitude: 114.237 },
  { id: 'dongguan', name: '南城街道', city: '东莞市', latitude: 23.021, longitude: 113.752 },
  { id: 'huizhou', name: '惠城区', city: '惠州市', latitude: 23.084, longitude: 114.383 },
  { id: 'guangzhou', name: '天河区', city: '广州市', latitude: 23.125, longitude: 113.361 },
  { id: 'foshan', name: '禅城区', city: '佛山市', latitude: 23.009, longitude: 113.122 },
  { id: 'zhongshan', name: '石岐街道', city: '中山市', latitude: 22.527, longitude: 113.385 },
  { id: 'zhuhai', name: '香洲区', city: '珠海市', latitude: 22.266, longitude: 113.543 },
];

/** A point at most some five kilometres from a district's centre, to five decimals. */
export function pointNear(
  district: District,
  draws: { share(): number },
): { latitude: number; longitude: number } {
  const offset = () => (draws.share() - 0.5) * 0.09;
  return {
    latitude: Number((district.latitude + offset()).toFixed(5)),
    longitude: Number((district.longitude + offset()).toFixed(5)),
  };
}
