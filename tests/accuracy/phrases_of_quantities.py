"""Of what is a limit, and in which unit? (made up for the tests)"""

_TABLE = """
比模量大于12.7×10^6米的纤维 => specific_modulus > 12.7e6 m
每批数量在15千克（含）以上的 => consignment_quantity >= 15 kg
峰值功率大于20瓦的放大器 => power > 20 W
脉冲重复频率在1千赫以上的激光器 => repetition_rate >= 1 kHz
波长介于900纳米和1050纳米之间 => wavelength >= 900 nm; wavelength <= 1050 nm
噪声系数小于1.5分贝 => noise < 1.5 dB
零偏稳定性优于0.5度/小时的陀螺 => bias_stability < 0.5 deg/h
加速度大于100g => acceleration > 100 g
推力大于90千牛的发动机 => thrust > 90 kN
沸点高于300℃ => boiling_point > 300 degC
分子量大于500的聚合物 => molecular_weight > 500 -
体积电阻率10^10欧姆·厘米以上 => resistivity >= 1e10 ohm cm
居里温度不低于350℃ => curie_temperature >= 350 degC
额定电压超过1.2千伏 => voltage > 1.2 kV
额定电流不低于500安 => current >= 500 A
开关频率大于2兆赫 => frequency > 2 MHz
钨的质量分数在90%（含90%）以上 => tungsten_content >= 0.9 -
钴含量按重量计为25%及以上 => cobalt_content >= 0.25 -
总价值超过人民币5万元的 => value > 50000 CNY
单价在1.5万欧元以上 => unit_price >= 15000 EUR
年出口总量不超过300吨 => annual_export <= 300 t
内存带宽1.4TB/s及以上 => bandwidth >= 1.4 TB/s
晶体管数量超过300亿个 => transistors > 30000000000 -
半间距18纳米及以下的DRAM => half_pitch <= 18 nm
层数不少于128层的NAND => memory_layers >= 128 layers
量子比特数在50个以上 => qubits >= 50 -
门保真度达到99.9%以上 => fidelity >= 0.999 -
相干时间大于100微秒 => coherence_time > 100 us
像元数超过1000的焦平面 => elements > 1000 -
视场角小于5度 => field_of_view < 5 deg
帧频高于60赫兹 => frame_rate > 60 Hz
实用升限6000米以上 => altitude >= 6000 m
最大航程不小于100公里 => range >= 100 km
抗风能力在15米/秒以上 => wind_resistance >= 15 m/s
直线度不超过1微米/300毫米 => straightness <= 1 um
比表面积大于等于2平方米/克 => surface_area >= 2 m2/g
屈服强度在1000兆帕以上 => yield_strength >= 1000 MPa
延伸率12%以上 => elongation >= 0.12 -
持久寿命不少于400小时 => duration >= 400 h
富集度达到20%以上 => enrichment >= 0.2 -
孔隙率低于2% => porosity < 0.02 -
灰分低于5ppm => ash_content < 0.000005 -
硼当量小于百万分之五 => boron_equivalent < 0.000005 -
爆破压力大于35MPa => pressure > 35 MPa
功率密度大于5瓦/平方厘米 => power_density > 5 W/cm2
亮度超过500尼特 => luminance > 500 nit
动态范围优于80分贝 => dynamic_range > 80 dB
线宽小于10千赫 => linewidth < 10 kHz
主频超过5GHz => clock_frequency > 5 GHz
能量2兆电子伏以上 => energy >= 2 MeV
束流大于1毫安 => current > 1 mA
磁场强度3特斯拉以上 => flux_density >= 3 T
单台价值10万美元以上 => unit_price >= 100000 USD
氧化镝总量（TREO中占比）≥99.5% => dysprosium_content >= 0.995 -
体积占比不低于百分之六十 => volume_share >= 0.6 -
含硼10%（原子百分比）以上 => boron_content >= 0.1 -
浓度高于30%（质量百分比）的溶液 => content > 0.3 -
面密度低于200g/m² => areal_density < 200 g/m2
热膨胀系数小于1×10⁻⁶/K => thermal_expansion < 1e-6 1/K
导热系数≥170W/(m·K) => thermal_conductivity >= 170 W/(m K)
断裂伸长率≥1.5% => elongation >= 0.015 -
拉伸模量在230~340GPa之间 => modulus >= 230 GPa; modulus <= 340 GPa
孔径小于20nm的滤膜 => pore_size < 20 nm
纯度为4N5及以上的镓 => purity >= 0.99995 -
5N以上高纯铟 => purity >= 0.99999 -
抗压强度不低于80 MPa => compressive_strength >= 80 MPa
一次出口数量不足5克的 => consignment_quantity < 5 g
出口数量大于或者等于500克 => quantity >= 500 g
低于（含）10毫米 => value <= 10 mm
10毫米（不含）以上 => value > 10 mm
不小于10 mm且不大于50 mm => value >= 10 mm; value <= 50 mm
大于等于5小于10毫米 => value >= 5 mm; value < 10 mm
重量超过2公斤但不超过25公斤 => quantity > 2 kg; quantity <= 25 kg
续航2小时以上 => endurance >= 2 h
充放电循环次数超过3000次 => cycles > 3000 -
电芯容量100Ah以上 => capacity >= 100 Ah
最低纯度99.99% => purity >= 0.9999 -
纯度(%)≥99.99 => purity >= 0.9999 -
纯度：≥99.99% => purity >= 0.9999 -
纯度>=4N => purity >= 0.9999 -
直径（毫米）：150及以上 => diameter >= 150 mm
直径Φ≥150mm => diameter >= 150 mm
单晶直径大于等于6英寸 => diameter >= 6 in
6英寸及以上晶圆 => value >= 6 in
厚度0.1mm～0.5mm => thickness >= 0.1 mm; thickness <= 0.5 mm
厚度在0.1至0.5毫米之间 => thickness >= 0.1 mm; thickness <= 0.5 mm
含量在0.5%～4%之间 => content >= 0.005 -; content <= 0.04 -
占商品价值的比例达到0.1%及以上 => value_share >= 0.001 -
价值比例大于25% => value_share > 0.25 -
中国成分价值占比25%以上 => value_share >= 0.25 -
持股比例达50%以上的子公司 => ownership >= 0.5 -
控股50%（含）以上 => ownership >= 0.5 -
单独或合计持股百分之五十以上 => ownership >= 0.5 -
不超过5千克 => quantity <= 5 kg
五千克以上 => quantity >= 5 kg
三轴及以上 => axes >= 3 -
四轴联动以上 => axes >= 4 -
大于30℃且小于60℃ => temperature > 30 degC; temperature < 60 degC
-40℃以下 => temperature <= -40 degC
低于零下40摄氏度 => temperature < -40 degC
高于绝对温度4K => temperature > 4 K
不小于500兆瓦时 => value >= 500 MWh
每年1000吨以上 => quantity >= 1000 t
月均出口超过20吨 => quantity > 20 t
日产量100公斤以上 => quantity >= 100 kg
每台价值超过5万美元 => value > 50000 USD
货值低于1000元人民币 => value < 1000 CNY
货值在人民币5000元以下的 => value <= 5000 CNY
达到或者超过10纳米每分钟 => value >= 10 nm/min
激光功率>6kW => power > 6 kW
性能密度5.92以上 => performance_density >= 5.92 -
16纳米及以下制程 => logic_node <= 16 nm
线宽65纳米以下 => linewidth <= 65 nm
波长193nm以下 => wavelength <= 193 nm
续航时间90分钟以上 => endurance >= 90 min
最大飞行时间大于或等于30分钟小于1小时 => flight_time >= 30 min; flight_time < 1 h
起飞抗风能力大于等于46千米/小时 => wind_resistance >= 46 km/h
最大连续功率超过16千瓦 => power > 16 kW
载重超过4千克 => payload > 4 kg
having a specific modulus exceeding 12.7 x 10^6 m => specific_modulus > 12.7e6 m
with a mass of 15 kg or more per shipment => quantity >= 15 kg
an absolute pressure of 0.1 kPa or less => pressure <= 0.1 kPa
a thermal conductivity not lower than 150 W/(m·K) => thermal_conductivity >= 150 W/(m K)
three or more coordinated axes => axes >= 3 -
lines with more than 24 controlled axes => axes > 24 -
an apogee power above 20 W per channel => power > 20 W
a pulse repetition frequency exceeding 1 kHz => repetition_rate > 1 kHz
wavelengths between 900 nm and 1 050 nm => wavelength >= 900 nm; wavelength <= 1050 nm
a noise figure of less than 1.5 dB at 290 K => noise < 1.5 dB
a figure of merit better than 0.7 => figure_of_merit < 0.7 -
a peak particle flux greater than 10^12 n/cm2 s => flux > 1e12 -
a specific gravity of not less than 1.8 => specific_gravity >= 1.8 -
an angular position drift equal to or less than 0.0005 degrees per hour => drift <= 0.0005 deg/h
a bias stability better than 0.5 degrees per hour => bias_stability < 0.5 deg/h
a scale factor error below 100 ppm => scale_factor_error < 0.0001 -
an acceleration of more than 100 g => acceleration > 100 g
铪与锆的重量比低于1:500的锆管 => ratio < 0.002 -
合成压力大于5千兆帕的系统 => pressure > 5 GPa
波长在780纳米（nm）至3000纳米（nm）之间 => wavelength >= 780 nm; wavelength <= 3000 nm
颗粒尺寸小于等于50×10⁻⁶m的粉末 => particle_size <= 50 um
介电损耗角正切小于2×10⁻⁴的陶瓷 => loss_tangent < 2e-4 -
等效全向辐射功率大于等于20瓦 => eirp >= 20 W
注册资本不低于人民币5000万元 => registered_capital >= 50000000 CNY
一次浸出率不低于92% => leaching_rate >= 0.92 -
单票重量不足5千克的 => consignment_quantity < 5 kg
位错密度低于500个/平方厘米 => dislocation_density < 500 1/cm2
干扰范围大于5千米（km）的设备 => range > 5 km
缸径大于等于500毫米 => diameter >= 500 mm
a thrust exceeding 90 kN => thrust > 90 kN
a boiling point above 300 °C => boiling_point > 300 degC
a leak rate of less than 0.02 Pa l/s => leak_rate < 0.02 Pa l/s
a helium leak rate below 0.1 Pa·m3/s => leak_rate < 0.1 Pa m3/s
a viscosity of 5 Pa·s or greater at 25 °C => viscosity >= 5 Pas
with a molecular weight greater than 500 g/mol => molecular_weight > 500 g/mol
having a volume resistivity of 10^10 ohm-cm or more => resistivity >= 1e10 ohm cm
with a Curie temperature at or above 350 °C => curie_temperature >= 350 degC
with an operating voltage in excess of 1.2 kV => voltage > 1.2 kV
a rated current of at least 500 A => current >= 500 A
with a switching frequency > 2 MHz => frequency > 2 MHz
at a concentration of 30 wt% or more => content >= 0.3 -
not less than 90 wt.% tungsten => tungsten_content >= 0.9 -
containing by weight 25% or more of cobalt => cobalt_content >= 0.25 -
alloys of nickel containing more than 12 % aluminium by weight => aluminium_content > 0.12 -
weighing more than 5 kg net => weight > 5 kg
having a unit price above EUR 15,000 => unit_price > 15000 EUR
the aggregate value of which exceeds US$2,500 => value > 2500 USD
with a value of 5 000 euro or more => value >= 5000 EUR
an authorised quantity not exceeding 300 tonnes a year => quantity <= 300 t
with a memory bandwidth of 1.4 TB/s or higher => bandwidth >= 1.4 TB/s
with an aggregate bidirectional transfer rate of 600 GB/s or more => transfer_rate >= 600 GB/s
a transistor count over 30 billion => transistors > 30000000000 -
DRAM of 18 nm half-pitch or less => half_pitch <= 18 nm
NAND with 128 or more layers => memory_layers >= 128 -
with at least 50 qubits => qubits >= 50 qubits
a gate fidelity of 99.9% or better => fidelity >= 0.999 -
a two-qubit error of not more than 1 x 10-3 => error_rate <= 1e-3 -
a coherence time greater than 100 microseconds => coherence_time > 100 us
detectors with more than 1,000 elements => elements > 1000 -
a field of view narrower than 5 degrees => field_of_view < 5 deg
frame rates of more than 60 frames per second => frame_rate > 60 fps
a frame rate above 60 Hz => frame_rate > 60 Hz
a hover time of 40 minutes or more => flight_time >= 40 min
a service ceiling above 6,000 m => altitude > 6000 m
able to fly at least 100 km => range >= 100 km
a wind resistance of 15 m/s or more => wind_resistance >= 15 m/s
with rated cutting force of at least 5 kN => force >= 5 kN
a straightness of 1 µm or less over 300 mm => straightness <= 1 um
a batch size of 50 kg and above => consignment_quantity >= 50 kg
solutions with a silver concentration of 5 g/l or more => silver_content >= 5 g/l
with a specific surface area of 2 m2/g or greater => surface_area >= 2 m2/g
a yield strength of at least 1,000 MPa at 293 K => yield_strength >= 1000 MPa
elongation of 12% or more => elongation >= 0.12 -
a creep life of 10,000 hours or longer at 923 K => duration >= 10000 h
a stress-rupture life of 400 hours or longer => duration >= 400 h
an enrichment of 20 percent or more => enrichment >= 0.2 -
a degree of polymerisation above 100 => polymerisation > 100 -
with a porosity of less than 2 % => porosity < 0.02 -
with ash content of less than 5 ppm => ash_content < 0.000005 -
boron equivalent less than 5 parts per million => boron_equivalent < 0.000005 -
a vapour pressure below 0.1 Pa => pressure < 0.1 Pa
a burst pressure of more than 35 MPa => pressure > 35 MPa
a lift capacity of at least 5,000 lb => lift_capacity >= 5000 lb
a throughput of 100 wafers per hour or more => flow_rate >= 100 wafers/h
laser power density greater than 5 W/cm2 => power_density > 5 W/cm2
with luminance over 500 nits => luminance > 500 nit
a dynamic range better than 80 dB => dynamic_range > 80 dB
with jitter below 100 fs => jitter < 100 fs
a spectral linewidth of less than 10 kHz => linewidth < 10 kHz
a clock speed over 5 GHz => clock_frequency > 5 GHz
an energy of 2 MeV or more => energy >= 2 MeV
beam current exceeding 1 mA => current > 1 mA
a magnetic field of 3 T or more => flux_density >= 3 T
Lasers rated above 5 kW continuous wave => power > 5 kW
with a bore of 25 mm or larger => bore >= 25 mm
Machines that hold wafers of 200 mm or above => value >= 200 mm
tanks holding more than 500 l => volume > 500 l
at least 99 per cent of the isotope => content >= 0.99 -
of a strength of 70 % or more by volume => strength >= 0.7 -
not thicker than 0.3 mm => thickness <= 0.3 mm
no more than five kilograms => quantity <= 5 kg
five kilograms or more => quantity >= 5 kg
not exceeding the value of GBP 1,000 => value <= 1000 GBP
consignments valued at less than £500 => value < 500 GBP
cells rated for 4.5 V and over => voltage >= 4.5 V
max. 30 kg => quantity <= 30 kg
Minimum purity: 99.99% => purity >= 0.9999 -
Purity (min.): 99.99 % => purity >= 0.9999 -
purity, 4N and above => purity >= 0.9999 -
Purity ≥ 5N => purity >= 0.99999 -
purity of 5N or higher => purity >= 0.99999 -
diameter: ≥ 150 mm => diameter >= 150 mm
Diameter (mm): 150 or more => diameter >= 150 mm
thickness (µm) < 50 => thickness < 50 um
thickness < 50 µm ± 1 µm => thickness < 50 um
more than 0.5 but less than 4 percent cerium => cerium_content > 0.005 -; cerium_content < 0.04 -
between 5 and 10 kg => quantity >= 5 kg; quantity <= 10 kg
weighing between 250 g and 25 kg => weight >= 250 g; weight <= 25 kg
whose weight is 250 g or over => quantity >= 250 g
of which at least 25 % by value originates in China => value_share >= 0.25 -
in which controlled content makes up 25 percent or more of the total value => value_share >= 0.25 -
owned 50 percent or more by one or more listed entities => ownership >= 0.5 -
shareholding of at least 50 per cent => ownership >= 0.5 -
above 25% de minimis => content > 0.25 -
equal to, or greater than, 100 kPa => pressure >= 100 kPa
equal or greater than 100 kPa => pressure >= 100 kPa
100 kPa or higher but below 1 MPa => pressure >= 100 kPa; pressure < 1 MPa
≧ 99.99% => content >= 0.9999 -
＞99.99％ => content > 0.9999 -
99.99% (inclusive) or more => content >= 0.9999 -
more than or equal to 100 mg/l => value >= 100 mg/l
less than 3 mm in any dimension => value < 3 mm
a CTP exceeding 190,000 MTOPS => ctp > 190000 MTOPS
an Adjusted Peak Performance exceeding 8.0 WT => computing_power > 8 WT
an APP of 70 WT or more => app >= 70 WT
a dose rate of 5 Gy/h or higher => dose_rate >= 5 Gy/h
a rate of climb of 5 m/s or above => speed >= 5 m/s
range equal to or greater than 300 km => range >= 300 km
endurance at or over 1 hour => endurance >= 1 h
at a rate of more than 50 kg a day => rate > 50 kg/day
at least 10 t per year => quantity >= 10 t
up to and including 10 kg => quantity <= 10 kg
10 kg and under => quantity <= 10 kg
under 10 kg => quantity < 10 kg
exceeding 5 t/a => quantity > 5 t
in quantities of 100 g or greater => quantity >= 100 g
an accuracy of 3 microgal or better => accuracy <= 3 uGal
at least 24 ports => ports >= 24 -
a length larger than or equal to 12.5 mm => length >= 12.5 mm
a length meeting or exceeding 12.5 mm => length >= 12.5 mm
a length equal to or below 12.5 mm => length <= 12.5 mm
a length of a maximum of 12.5 mm => length <= 12.5 mm
a purity of 99.5 % minimum => purity >= 0.995 -
a thickness of 5 mm at most => thickness <= 5 mm
a width of 300 mm or in excess thereof => width >= 300 mm
a length of one hundred and twenty millimetres or more => length >= 120 mm
a length exceeding one and a half metres => length > 1.5 m
a length of 1'200 mm or more => length >= 1200 mm
a width exceeding 2,000 and less than 5,000 mm => width > 2000 mm; width < 5000 mm
a width greater than 20 mm and less than 500 mm => width > 20 mm; width < 500 mm
a width over 20 mm and up to and including 500 mm => width > 20 mm; width <= 500 mm
a temperature above 20 °C, and below 500 °C => temperature > 20 degC; temperature < 500 degC
a width no less than 5 mm nor more than 9 mm => width >= 5 mm; width <= 9 mm
a width of 5 mm < w ≤ 9 mm => width > 5 mm; width <= 9 mm
a width from 5 mm (inclusive) to less than 9 mm => width >= 5 mm; width < 9 mm
a width between 5 mm (inclusive) and 9 mm (exclusive) => width >= 5 mm; width < 9 mm
a consignment value not exceeding Rs. 4,500 => consignment_value <= 4500 INR
a consignment value of USD 5,000 or less => consignment_value <= 5000 USD
a consignment value of more than 5,000 USD => consignment_value > 5000 USD
a width that does not go beyond 5 mm => width <= 5 mm
a conductivity above 400 watts per metre kelvin => conductivity > 400 W/(m K)
residual metal of fewer than 5×10^9 atoms per square centimetre => value < 5e9 1/cm2
an entity in which it holds at least half of the shares => ownership >= 0.5 -
"""
"""The words, and each limit as name, operator, value and unit."""


def _row(line: str) -> tuple[str, list[tuple[str, str, str, str | None]]]:
    words, _, limits = line.partition(" => ")
    told = []
    for limit in limits.split("; "):
        what, operator, value, *unit = limit.split(" ", 3)
        told.append((what, operator, value, None if unit == ["-"] else unit[0]))
    return words, told


NAMED = tuple(_row(line) for line in _TABLE.strip().split("\n"))
