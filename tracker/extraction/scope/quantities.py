"""Which quantities do texts name, and what are they called?

A table only; `tracker.extraction.scope.quantity_names` reads with it.
"""

from dataclasses import dataclass

from tracker.extraction.scope.quantity_units import MASSES, MONEY, SHARES
from tracker.extraction.scope.units import TIMES

MORE_IS_BETTER = frozenset(
    {
        "purity",
        "strength",
        "tensile_strength",
        "flexural_strength",
        "modulus",
        "energy_density",
        "capacity",
        "density",
        "energy_product",
        "coercivity",
        "remanence",
        "hardness",
        "content",
        "fidelity",
        "efficiency",
        "transmittance",
        "reflectivity",
        "dynamic_range",
        "gain",
        "signal_to_noise_ratio",
        "isolation",
        "conductivity",
        "thermal_conductivity",
        "quality",
    }
)
"""What is better when there is more of it."""

PLAIN = frozenset(
    {
        "tpp",
        "performance_density",
        "hardness",
        "aspect_ratio",
        "axes",
        "layers",
        "memory_layers",
        "dislocation_density",
        "q_factor",
        "carrier_concentration",
        "defect_density",
        "channels",
        "magnification",
        "ratio",
        "figure_of_merit",
        "specific_gravity",
        "molecular_weight",
        "array_size",
        "transistors",
        "qubits",
        "elements",
        "cycles",
        "laser_beams",
        "heads",
        "nodes",
        "flux",
        "fluence",
        "error_rate",
        "thermal_expansion",
        "permeability",
        "polymerisation",
        "refractive_index",
        "dielectric_constant",
        "loss_tangent",
    }
)
"""Quantities whose values may have no unit."""

_FAMILIES: dict[str, frozenset[str | None]] = {
    "times": TIMES,
    "lengths": frozenset({"nm", "um", "mm", "cm", "m", "km", "in", "ft", "pm", None}),
    "masses": frozenset({*MASSES, None}),
    "distances": frozenset({"km", "m", "mm", "nmi"}),
    "shares": frozenset({*SHARES, None}),
    "money": frozenset({*MONEY, None}),
    "temps": frozenset({"degC", "K", "mK", None}),
    "none": frozenset({None}),
}
_OWN = TIMES | MONEY | {"degC", "K", "mK"}
"""Units in which only the quantities are told that name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What is measured: the key in the terms, and the words for it before or behind the value.

    ``units`` are the only ones in which it is told; ``None`` among them: also without one.
    """

    what: str
    words: str
    units: frozenset[str | None] | None

    def told_in(self, unit: str | None) -> bool:
        """Tell whether a value in this unit may be one of this quantity."""
        return unit not in _OWN if self.units is None else unit in self.units


_TABLE = r"""
coherence_time ~ times ~ 相干时间 ~ coherence times?
flight_time ~ times ~ 飞行时间|滞空时间 ~ flight time|hover(?:ing)? time
pulse_duration ~ times ~ 脉冲宽度|脉宽|脉冲持续时间 ~ pulse (?:width|duration|length)s?
bias_stability ~ - ~ 零偏(?:稳定性|不稳定性)? ~ bias (?:in)?stability
stability ~ - ~ 稳定[度性] ~ stability
divergence ~ - ~ 发散角 ~ (?:beam )?divergence
jitter ~ times ~ 抖动 ~ jitter
endurance ~ times ~ 续航(?:时间)?|航时|留空时间 ~ endurance
duration ~ times ~ 持续|时长|寿命|半衰期|响应时间|时延|延迟|时间|循环周期
   ~ duration|lifetime|life|half-life|response time|latency|delay|time|period|for|continuous\w*
aspect_ratio ~ - ~ 深宽比|长径比|纵横比
   ~ aspect ratio|(?:length|depth|height)[- ]to[- ](?:diameter|width|thickness) ratio
q_factor ~ - ~ 品质因[数子]|Q值 ~ Q[- ]factor|quality factor
figure_of_merit ~ - ~ 优值 ~ figure of merit
signal_to_noise_ratio ~ - ~ 信噪比 ~ signal[- ]to[- ]noise(?: ratio)?|SNR
extinction_ratio ~ - ~ 消光比 ~ extinction ratio
carrier_concentration ~ - ~ 载流子(?:浓度|密度)|掺杂浓度
   ~ (?:carrier|doping|dopant) (?:concentration|density)
defect_density ~ - ~ 缺陷密度 ~ defect density
laser_beams ~ laser_beams none ~ 激光束数?|光束数量? ~ number of (?:laser )?beams
heads ~ heads none ~ 键合头数?|打印头数? ~ number of (?:[a-z]+ )?heads
nodes ~ nodes none ~ (?:计算)?节点数量? ~ number of (?:[a-z]+ )?nodes
discharge_rate ~ C ~ (?:充电|放电|充放电)?倍率 ~ (?:dis)?charge rate|C[- ]rate
point_rate ~ points/s ~ 点频|点云密?度? ~ (?:points?|measurement) rate
heating_rate ~ - ~ 升温速[率度]|加热速[率度] ~ heating rate
channels ~ channels none ~ 通道数? ~ channels?\b
elements ~ elements none ~ 像元(?:数|总数)|阵元数?|单元数 ~ (?:detector |array )?elements?\b
array_size ~ none px ~ 阵列规模|像素(?:规模|数)|分辨率(?=[^,。;]{0,6}[0-9]{3,5}[×xX*])
   ~ arrays?\b|array size
transistors ~ transistors none ~ 晶体管(?:总)?(?:数量?|个数)
   ~ transistors?(?: count)?|number of transistors
qubits ~ none qubits ~ 量子比特(?:数量?)? ~ qubits?(?: count)?|number of qubits
filaments ~ K none filaments ~ 丝束规格|单丝(?:数|根数)|丝束 ~ filament counts?|filaments|tow size
cycles ~ cycles none ~ 循环次数|循环寿命(?=[^,。;]{0,8}次)|充放电次数
   ~ cycle life|charge cycles|number of cycles
magnification ~ - ~ 放大倍[率数] ~ magnification
thrust_to_weight_ratio ~ - ~ 推重比 ~ thrust[- ]to[- ]weight ratio
coefficient ~ - ~ (?:分离|浓缩|富集|增益|放大|填充|形状|衰减|吸收|扩散|渗透|摩擦)(?:系数|因子|因数)
   ~ separation factor
specific_impulse ~ times ~ 比冲 ~ specific impulse
ratio ~ - ~ (?:原子数?|摩尔|质量|重量|体积|个数)比(?!例) ~ (?:molar|atomic|mass) ratio
ratio ~ - ~ (?:压缩|增压|减速|变焦|质荷|涵道)比|比率 ~ ratio
wind_resistance ~ - ~ 抗风能?力? ~ wind (?:resistance|tolerance)
repeatability ~ - ~ 重复精度|重复性 ~ repeatab\w+(?! positioning)
gate_length ~ lengths ~ 栅长|栅极长度 ~ gate length
pixel_pitch ~ lengths ~ 像元(?:间距|尺寸)|像素(?:间距|尺寸)|间距|像元 ~ pitch|spacing
dislocation_density ~ - ~ 位错密度 ~ dislocation density
flux_density ~ Gs T mT nT pT uT ~ 磁感应强度|磁通密度|磁场强度|磁场
   ~ flux density|magnetic induction|magnetic field(?: strength)?
specific_modulus ~ - ~ 比模量 ~ specific modulus
specific_strength ~ - ~ 比强度 ~ specific (?:tensile )?strength
modulus ~ - ~ 模量 ~ modulus
payload ~ - ~ 载荷|有效载重|载重量? ~ payload
lift_capacity ~ - ~ 起重(?:能力|量) ~ lift(?:ing)? capacity
range ~ distances ~ 探测距离|作用距离|(?:通信|传输|遥控|控制|干扰|飞行|航行)(?:距离|范围|半径)
  |测距|航程|射程 ~ range|fly|distance
altitude ~ lengths ~ 升限|飞行高度|海拔 ~ ceiling|altitude|flight level
bandwidth ~ - ~ 带宽 ~ bandwidth
transfer_rate ~ - ~ 传输速[率度]|数据(?:速)?率|通信速率|码率 ~ (?:data|transfer|bit|symbol|baud
  |transmission|interconnect|communication)[- ](?:transfer )?(?:rate|speed)
sampling_rate ~ - ~ 采样[率速频]率? ~ sampl(?:ing|e) (?:rate|speed|frequency)
frame_rate ~ - ~ 帧[频率速]率? ~ frame rates?
repetition_rate ~ - ~ 重复频率|重频 ~ repetition (?:rate|frequency)
clock_frequency ~ - ~ 主频|时钟频率 ~ clock (?:speed|rate|frequency)
moisture ~ - ~ 水分|湿度|含水[量率] ~ moisture|humidity|water content
grade ~ % ~ 品位 ~ grade
enrichment ~ % ~ 富集度|丰度 ~ enrich\w*
weight ~ masses ~ 起飞重量|起飞质量|自重|净重|毛重|单重
   ~ take-?off (?:weight|mass)|net weight|gross weight|weighing|weigh
value_share ~ shares ~ 价值[^,。;]{0,6}?比[例重]?|价值占比|占[^,。;]{0,12}?价值
   ~ of (?:the )?value|value (?:share|ratio|content|proportion)|by value|share of (?:the )?value
  |in value
ownership ~ shares ~ 控股|持股(?:比例)?|股权(?:比例)?|股份|出资
   ~ owne[dr]\w*|ownership|sharehold\w+|equity|held|hold(?:s|ing)?\b|voting rights
logic_node ~ nm ~ 逻辑|制程|工艺节点 ~ logic|process node|technology node
half_pitch ~ nm ~ 半间距 ~ half[- ]pitch
memory_layers ~ layers none ~ 存储|NAND|闪存|层数 ~ memory|NAND|layers?
axes ~ axes ~ 轴 ~ ax(?:es|is)
axes ~ none ~ 轴数 ~ number of (?:[a-z-]+ ){0,2}axes
repeat_positioning_accuracy ~ - ~ 重复定位精度 ~ repeat\w* (?:positioning )?(?:accuracy|precision)
positioning_accuracy ~ - ~ 定位精度 ~ position\w+ (?:accuracy|precision)
placement_accuracy ~ - ~ 贴装精度|放置精度|贴片精度 ~ placement (?:accuracy|precision)
overlay_accuracy ~ - ~ 套刻精度|套准精度 ~ overlay(?: (?:accuracy|error))?
drift ~ - ~ 漂移 ~ drift(?: rate)?
random_walk ~ - ~ 随机游走 ~ random walk
scale_factor_error ~ - ~ 标度因[数子](?:误差|非线性)?
   ~ scale factor\w*(?: (?:error|repeatability|linearity|stability))?
error_rate ~ % none ppm ~ 误码率|错误率|误差率 ~ error(?: rates?)?\b
sensitivity ~ - ~ 灵敏度 ~ sensitivity
resolution ~ - ~ 分辨率|分辨力 ~ resolution
forming_accuracy ~ - ~ 成形精度|成型精度 ~ forming accuracy
accuracy ~ - ~ 精度|准确度|误差 ~ accuracy|precision|error
straightness ~ - ~ 直线度 ~ straightness
flatness ~ - ~ 平面度|平整度|平坦度|翘曲度? ~ flatness|bow\b|warp\b
roundness ~ - ~ 圆度|圆跳动|跳动 ~ roundness|run-?out|circularity
wire_diameter ~ lengths ~ 线径|丝径|芯丝直径 ~ (?:wire|filament) diameter
deviation ~ - ~ 偏差 ~ deviation|misalignment
roughness ~ - ~ 粗糙度 ~ roughness
uniformity ~ shares ~ 均匀性|均匀度 ~ (?:non-?)?uniformity
purity ~ shares N ~ 纯度(?:\([^()]{1,8}\))?|高纯|纯(?=[镓铟锗锑铋]) ~ purity|pure
flexural_strength ~ - ~ 抗折强度|抗弯强度|弯曲强度|挠曲强度 ~ flexural strength|bending strength
tensile_strength ~ - ~ 抗拉强度|拉伸强度 ~ tensile strength
compressive_strength ~ - ~ 抗压强度|压缩强度 ~ compressive strength
elastic_limit ~ - ~ 弹性极限 ~ elastic limit
yield_strength ~ - ~ 屈服强度 ~ yield strength
shear_strength ~ - ~ 剪切强度 ~ shear strength
dielectric_strength ~ - ~ 击穿(?:场强|强度)|介电强度
   ~ dielectric strength|breakdown (?:field|strength)
loss_tangent ~ none ~ (?:介电)?损耗(?:角)?(?:正切|因[数子])
   ~ (?:dielectric )?loss (?:tangent|factor)
dielectric_constant ~ - ~ 介电常数 ~ dielectric constant|relative permittivity
refractive_index ~ - ~ 折射率 ~ refractive index
breaking_force ~ - ~ 断裂(?:强力|力)|破断(?:力|拉力) ~ break(?:ing)? (?:force|load)
strength ~ - ~ 强度 ~ strength
toughness ~ - ~ 韧性 ~ toughness
hardness ~ - ~ 硬度 ~ hardness
elongation ~ shares ~ 延伸率|伸长率|断裂伸长 ~ elongation
thermal_expansion ~ - ~ (?:热|线)?膨胀系数
   ~ (?:thermal )?expansion(?: coefficient)?|coefficient of (?:linear |thermal )*expansion
ionic_conductivity ~ - ~ 离子电导率 ~ ionic conductivity
thermal_conductivity ~ - ~ 热导率|导热系数|导热率 ~ thermal conductivity
conductivity ~ - ~ 电导率|导电率|传导率 ~ conductivity
viscosity ~ - ~ 黏度|粘度 ~ viscosity
porosity ~ shares ~ 孔隙率|气孔率 ~ porosity
ash_content ~ shares ~ 灰分 ~ ash(?: content)?
boron_equivalent ~ shares ~ 硼当量 ~ boron equivalent
pore_size ~ lengths ~ 孔径 ~ pore (?:size|diameter)
areal_density ~ - ~ 面密度|单位面积(?:质量|重量)|每平方米(?:重量|质量)|克重
   ~ areal (?:density|weight)|weight per unit area|grammage
power_density ~ - ~ 功率密度 ~ power density
current_density ~ - ~ (?<!临界)电流密度 ~ (?<!critical )current density
compaction_density ~ - ~ 压实密度|振实密度 ~ compaction density|tap density
energy_density ~ - ~ 能量密度|比能量 ~ energy density|specific energy
performance_density ~ - ~ 性能密度 ~ performance density
critical_current_density ~ - ~ 临界电流密度 ~ critical current density
cooling_power ~ - ~ 制冷(?:功率|量)
   ~ cooling power|cooling capacity|refrigeration (?:power|capacity)
power_consumption ~ - ~ 功耗|耗电量? ~ power consumption|consum\w+
overproduction ~ shares ~ 超产 ~ overproduction|over-production
stock_share ~ shares ~ 储备量?(?=[^,。;]{0,12}$) ~ stock share
impurities ~ shares ~ 杂质 ~ impurit\w+
stock ~ - ~ 库存|储备量 ~ stocks?\b|inventor\w+
vacuum ~ - ~ 真空度 ~ vacuum(?=.{0,10}\bbelow)
bulk_density ~ - ~ 体积密度|体密度 ~ bulk density
specific_gravity ~ - ~ 比重 ~ specific gravity
flux ~ - ~ 通量 ~ (?:particle |neutron )?flux
fluence ~ - ~ 注量 ~ fluence
relative_density ~ shares ~ 相对密度|致密度 ~ relative density
density ~ - ~ 密度 ~ density
tpp ~ - ~ (?:总|综合)处理性能 ~ total processing performance|TPP
computing_power ~ - ~ 算力|运算(?:性能|能力|速度)|计算(?:性能|能力)
   ~ comput\w+ (?:power|performance)|peak performance
first_discharge_capacity ~ - ~ 首次放电(?:比)?容量 ~ (?:first|initial) discharge capacity
discharge_capacity ~ - ~ 放电(?:比|克|质量比)?容量 ~ discharge capacity
storage_capacity ~ - ~ 存储容量 ~ storage capacity
capacity ~ - ~ 容量 ~ capacity
chamber_volume ~ - ~ 炉膛容积|炉膛体积|腔体容积 ~ chamber volume
volume_share ~ shares ~ 体积(?:占比|分数|百分比|比例|含量)
   ~ volume fraction|by volume|vol\.?(?= ?%)
volume ~ - ~ 容积|体积 ~ volume
boiling_point ~ temps ~ 沸点 ~ boiling (?:temperature|point)
melting_temperature ~ temps ~ 熔化温度|熔炼温度|熔点 ~ melting (?:temperature|point)
flash_point ~ temps ~ 闪点 ~ flash point
glass_transition_temperature ~ temps ~ 玻璃化(?:转变)?温度 ~ glass transition temperature
working_temperature ~ temps ~ 工作温度|使用温度 ~ (?:working|operating|service) temperature
wafer_temperature ~ temps ~ 晶圆温度 ~ wafer temperature
curie_temperature ~ temps ~ 居里(?:温度|点) ~ curie (?:temperature|point)
critical_temperature ~ temps ~ 临界温度 ~ critical temperature
noise_equivalent_temperature_difference ~ temps ~ 噪声等效温差
   ~ noise[- ]equivalent temperature(?: difference)?|NETD
temperature ~ temps ~ 温度 ~ temperature
phase_noise ~ - ~ 相位噪声|相噪 ~ phase noise
noise ~ - ~ 噪声(?:系数|水平|谱密度)? ~ noise(?: (?:figure|level|floor))?
resistivity ~ - ~ 电阻系数|电阻率 ~ resistivity
resistance ~ - ~ 电阻|阻抗 ~ resistance|impedance
specific_capacitance ~ - ~ 比电容 ~ specific capacitance
capacitance ~ - ~ 电容 ~ capacitance
nominal_size ~ lengths ~ 公称尺寸 ~ nominal sizes?
nominal_diameter ~ lengths ~ 公称[通直]径 ~ nominal (?:diameter|bore)
layer_thickness ~ lengths ~ 层厚 ~ layer thickness
outer_diameter ~ lengths ~ 外径 ~ (?:outer|outside|external) diameter
inner_diameter ~ lengths ~ 内径|内腔直径 ~ (?:inner|inside|internal) diameter
chamber_diameter ~ lengths ~ 炉膛直径|腔体直径 ~ chamber diameter
particle_size ~ lengths mesh ~ 粒径|粒度|颗粒|晶粒
   ~ (?:particle|grain|powder) (?:size|diameter)s?|particles?
diameter ~ lengths ~ 直径|口径|缸径|管径|棒径 ~ diameter|aperture
thickness ~ lengths ~ 厚度|壁厚 ~ thickness|thick
wavelength ~ lengths ~ 波长 ~ wavelengths?
linewidth ~ - ~ 线宽 ~ line-?width
field_of_view ~ - ~ 视场角? ~ field of view
focal_length ~ lengths ~ 焦距 ~ focal length
height ~ lengths ~ 高度 ~ height|high\b
working_depth ~ lengths ~ 工作(?:水深|深度) ~ working depths?
depth ~ lengths ~ 深度|水深 ~ depths?|deep
array_length ~ lengths ~ 阵列?长度 ~ array length
length ~ lengths ~ 长度|行程 ~ lengths?|long\b|travel
width ~ lengths ~ 宽度|幅宽 ~ width|wide\b
surface_area ~ - ~ 比表面积 ~ surface area
area ~ - ~ 面积 ~ area
remanence ~ - ~ 剩磁|剩余磁感应强度 ~ remanence
coercivity ~ - ~ 矫顽力 ~ coercivity|coercive force
energy_product ~ - ~ 磁能积 ~ energy product
permeability ~ - ~ 磁导率|渗透率 ~ permeability
pressure ~ - ~ 压力|压强|真空度|气压|蒸气压 ~ pressure|vacuum
first_coulombic_efficiency ~ - ~ 首(?:次|周|圈)(?:充放电)?(?:库[仑伦])?效率
   ~ (?:first|initial) coulombic efficiency
coulombic_efficiency ~ - ~ 库[仑伦]效率 ~ coulombic efficiency
efficiency ~ - ~ 效率 ~ efficiency
fidelity ~ - ~ 保真度 ~ fidelity
leaching_rate ~ shares ~ 浸出率 ~ leaching (?:rate|yield)
registered_capital ~ money ~ 注册资[本金] ~ registered capital
recovery ~ shares ~ 回收率|收率 ~ recovery(?: rate)?
transmittance ~ - ~ 透[过射光]率 ~ transmi(?:ttance|ssion|ssivity)
reflectivity ~ - ~ 反射率 ~ reflectivity|reflectance
attenuation ~ - ~ 衰减|损耗
   ~ attenuation|(?:propagation |insertion |transmission |return )?loss(?:es)?\b
gain ~ - ~ 增益 ~ gain\b
isolation ~ - ~ 隔离度 ~ isolation
dynamic_range ~ - ~ 动态范围 ~ dynamic range
eirp ~ - ~ 等效全向辐射功率|EIRP ~ EIRP|equivalent isotropic(?:ally)? radiated power
power ~ - ~ 功率 ~ power
frequency ~ - ~ 频率|频段 ~ frequenc(?:y|ies)
voltage ~ - ~ 电压 ~ voltage
current ~ - ~ 电流|束流 ~ current
energy ~ - ~ 能量 ~ energy|energies
spindle_thrust ~ - ~ 主轴推力 ~ spindle thrust
thrust ~ - ~ 推力 ~ thrust
force ~ - ~ 拉力|切削力|载荷力|力值 ~ (?:cutting|pulling|tensile|clamping) force|force
torque ~ - ~ 扭矩|转矩|力矩 ~ torque
acceleration ~ - ~ 加速度|过载 ~ acceleration|shock
luminance ~ - ~ 亮度 ~ luminance|brightness
deposition_rate ~ - ~ 沉积速[率度] ~ deposition rate
growth_rate ~ - ~ 生长速[率度] ~ growth rate
etch_rate ~ - ~ 刻蚀速[率度] ~ etch(?:ing)? rate
leak_rate ~ - ~ 漏率|泄漏率 ~ leak(?:age)?(?: rate)?
cooling_rate ~ - ~ 冷却速[率度]|降温速[率度] ~ cooling rate
liquefaction_rate ~ - ~ 液化(?:速率|能力) ~ liquefaction (?:rate|capacity)
speed ~ - ~ 速度|转速|航速|速率 ~ speed|velocity
flow_rate ~ - ~ 流量|处理量|处理能力 ~ flow rate|throughput
molecular_weight ~ - ~ 分子量|分子质量 ~ molecular (?:weight|mass)
polymerisation ~ - ~ 聚合度 ~ degree of polymeri[sz]ation
annual_export ~ masses ~ 年(?:度)?出口(?:数量|总量|量)? ~ annual exports?
annual_recovery ~ masses ~ 年(?:度)?回收(?:数量|总量|量)? ~ -
annual_output_west ~ t ~ 西部 ~ -
annual_capacity ~ masses ~ 年(?:度)?(?:加工|生产|冶炼|分离|处理)能力 ~ -
annual_output ~ - ~ (?<![日月])产量|产能|(?:生产|开采|冶炼|分离|产出)[^,。;]{0,8}(?:总量|指标)
   ~ output(?= of .{0,16}t(?:onnes?|ons?)?\b)|annual output|production capacity
source_level ~ dB ~ 声源级 ~ source levels?
batch_load ~ - ~ 批次?装[载料]量|装料量|装炉量 ~ batch (?:load|charge)
annual_quantity ~ masses l cm3 m3 ~ (?:年度?|全年|(?:十二|12)个月)内?[^,。;]{0,6}?累计
  |累计[^,。;]{0,8}?(?:年度|每年|一年|全年)
   ~ -
consignment_value ~ money ~ (?:单批|每批|单票|每票|单次|单笔)(?:次)?[^,。;]{0,6}?(?:价值|金额|货值)
   ~ (?:consignment|shipment) value|value of (?:the|each|a|any) (?:consignment|shipment)
consignment_quantity ~ masses l cm3 m3 ~ (?:单批|每批|一批|单次|单票|每票|单笔|每笔
  |一次(?:性)?(?:出口|发运|装运|申报))(?:[^,。;]{0,10}?(?:净重|毛重|重量|数量|总量|质量))?
   ~ consignments?|shipments?|batch(?:es| size)?
sample_weight ~ masses l cm3 ~ 样品(?:重量|质量|数量)?|试样
   ~ samples?(?: (?:weight|mass|quantity))?
content ~ shares g/l mg/l g/kg mg/kg g/t mol/l mg/m3 g/m3 kg/m3 ug/g mg/g ~ 含量
  |含[^,。;]{1,4}量|重量计|重量百分比|重量比|质量百分比|质量分数|质量比|原子百分比|摩尔分数|含有
  |占比|比例|浓度|总量 ~ content|by weight|by mass|concentration|fraction|proportion|share
  |contain\w*
weight ~ masses ~ 单件重量|单重|自重|净重 ~ (?:piece|unit|net) weight
unit_price ~ money ~ 单价|单台价值 ~ (?:unit )?price|cost
quantity ~ masses l cm3 m3 km m ~ 数量|总量|重量(?!百分|分数|比)|质量(?!百分|分数|比)
   ~ quantit(?:y|ies)|weight|mass|amount
value ~ money ~ 价值|金额|货值|总额 ~ value|amount
"""
"""Key, units (``-`` for any), Chinese words, English words; longer names before their parts.

A line that begins with two blanks goes on with the one before it.
"""


def _row(line: str) -> Quantity:
    what, told, chinese, english = line.split(" ~ ")
    units: set[str | None] = set()
    for one in told.split() if told != "-" else ():
        units |= _FAMILIES.get(one, frozenset({one}))
    spelt = rf"\b(?i:{english})s?(?![a-z])"
    words = "|".join(one for one, form in ((chinese, chinese), (spelt, english)) if form != "-")
    return Quantity(what=what, words=words, units=frozenset(units) or None)


QUANTITIES = tuple(_row(line) for line in _TABLE.strip().replace("\n  ", "").split("\n"))
TIMED = frozenset(row.what for row in QUANTITIES if row.units == TIMES)
"""Quantities that last: what else is told in a unit of time is no limit of goods."""
