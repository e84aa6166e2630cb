/** Technology, media and telecommunications. Columns: name | other spellings | what it is, as articles describe it | parent | products. */
export const technology = `
OpenAI | OpenAI Group PBC, OpenAI Inc | ai startup lab | | ChatGPT, GPT-4, GPT-5, Sora, DALL-E, Codex
Anthropic | Anthropic PBC | ai startup lab | | Claude
xAI | X.AI | ai startup lab | | Grok
Mistral AI | Mistral | ai startup lab | | Le Chat
DeepSeek | | ai startup lab | | DeepSeek-R1, DeepSeek R1
Perplexity | Perplexity AI | ai startup | | Comet
Cohere | | ai startup | |
Scale AI | | ai startup | |
Stability AI | | ai startup | | Stable Diffusion
Hugging Face | | private ai startup | |
Inflection AI | | ai startup | |
Character.AI | | ai startup | |
Safe Superintelligence | SSI | ai startup lab | |
Thinking Machines Lab | Thinking Machines | ai startup lab | |
Stargate | Stargate Project, Project Stargate | private datacentre | |
CoreWeave | CoreWeave Inc, CRWV | cloud datacentre | |
Nebius | Nebius Group | cloud datacentre | |
Nscale | | cloud datacentre | |
IREN | IREN Ltd, IREN Limited, Iris Energy | cloud datacentre | |
Lambda | Lambda Labs | private cloud datacentre | |
Crusoe | Crusoe Energy | private cloud datacentre | |
Vultr | | cloud | |
DigitalOcean | | cloud | |
Rackspace | Rackspace Technology | cloud | |
Equinix | Equinix Inc | datacentre | |
Digital Realty | Digital Realty Trust | datacentre | |
AirTrunk | | datacentre | |
QTS | QTS Data Centers, QTS Realty Trust | datacentre | Blackstone |
Vantage Data Centers | Vantage | datacentre | |
CyrusOne | | datacentre | |
Aligned Data Centers | Aligned | datacentre | |
Switch | | datacentre | |
Iron Mountain | | datacentre | |
Applied Digital | | datacentre | |
Amazon | Amazon.com, Amazon Inc, AMZN | retailer ecommerce tech hyperscaler | | Alexa, Prime Video, Kindle, Amazon Prime
Amazon Web Services | AWS, Amazon's cloud unit, Amazon's cloud arm, Amazon's cloud division, Amazon's cloud business | cloud unit hyperscaler | Amazon | EC2, Bedrock, Trainium, Trainium 2, Trainium2, Trainium 3, Inferentia, Graviton, SageMaker, Project Rainier, UltraServer
Whole Foods | Whole Foods Market | retailer grocer | Amazon |
Twitch | | media | Amazon |
Ring | | electronics | Amazon |
Microsoft | Microsoft Corp, MSFT | software tech hyperscaler cloud | | Windows, Azure, Microsoft Azure, Office 365, Microsoft 365, Copilot, Bing, Xbox, Teams, Microsoft Teams
LinkedIn | | media | Microsoft |
GitHub | | software | Microsoft |
Activision Blizzard | Activision | games | Microsoft |
Alphabet | Alphabet Inc, GOOGL, GOOG | tech hyperscaler | |
Google | Google LLC | tech search hyperscaler | Alphabet | Gemini, Android, Chrome, Gmail, TPU
Google Cloud | Google Cloud Platform, GCP, Google's cloud unit, Google's cloud arm, Google's cloud division | cloud unit | Google | Vertex AI
YouTube | | media | Google |
Waymo | | automotive | Alphabet |
DeepMind | Google DeepMind | ai lab | Google | AlphaFold
Wiz | | security startup | Google |
Meta | Meta Platforms, Facebook, META | media tech hyperscaler | | Llama, Threads, Quest
Instagram | | media | Meta |
WhatsApp | | media | Meta |
Apple | Apple Inc, AAPL | electronics iphone tech | | iPhone, iPad, Mac, Apple Watch, Siri, App Store, Apple Music
Nvidia | NVIDIA, Nvidia Corp, NVDA | chipmaker chip tech | | GB200, GB300, H100, H200, H800, H20, B200, B300, A100, Blackwell, Blackwell Ultra, Hopper, CUDA, Rubin, Vera Rubin, DGX
Advanced Micro Devices | AMD | chipmaker chip | | MI300, MI300X, MI350, MI400, MI450, Ryzen, EPYC
Intel | Intel Corp, INTC | chipmaker chip | | Xeon, Gaudi
Broadcom | Broadcom Inc, AVGO | chipmaker chip | |
VMware | | software | Broadcom |
Qualcomm | QCOM | chipmaker chip | | Snapdragon
Micron | Micron Technology | chipmaker chip | |
TSMC | Taiwan Semiconductor Manufacturing Co, Taiwan Semiconductor Manufacturing, Taiwan Semiconductor | chipmaker chip | |
Samsung | Samsung Electronics | electronics chipmaker | | Galaxy
SK Hynix | SK hynix | chipmaker chip | |
ASML | ASML Holding | chip | |
Arm | Arm Holdings | chip | SoftBank |
Marvell | Marvell Technology | chipmaker chip | |
Texas Instruments | | chipmaker chip | |
Analog Devices | | chipmaker chip | |
Infineon | Infineon Technologies | chipmaker chip | |
STMicroelectronics | | chipmaker chip | |
NXP | NXP Semiconductors | chipmaker chip | |
GlobalFoundries | | chipmaker chip | |
SMIC | Semiconductor Manufacturing International | chipmaker chip | |
Applied Materials | | chip | |
Lam Research | | chip | |
KLA | KLA Corp | chip | |
Cerebras | Cerebras Systems | chip startup | |
Groq | | chip startup | |
SambaNova | | chip startup | |
Mellanox | Mellanox Technologies | chip | Nvidia |
Xilinx | | chip | Advanced Micro Devices |
Oracle | Oracle Corp, ORCL | software cloud database | | OCI, Oracle Cloud Infrastructure
Cerner | | software healthcare | Oracle |
IBM | International Business Machines | tech software | | Watson
Red Hat | | software | IBM |
HashiCorp | | software | IBM |
Salesforce | Salesforce.com, CRM | software | | Agentforce
Slack | Slack Technologies | software | Salesforce |
Tableau | Tableau Software | software | Salesforce |
Informatica | | software | Salesforce |
SAP | SAP SE | software | |
Adobe | Adobe Inc | software | | Photoshop, Firefly
Figma | | software startup | |
Cisco | Cisco Systems, CSCO | networking | | Webex
Splunk | | software security | Cisco |
Dell | Dell Technologies | computer hardware | |
HP | HP Inc, Hewlett-Packard | computer hardware pc | |
Hewlett Packard Enterprise | HPE | computer hardware | |
Juniper Networks | Juniper | networking | Hewlett Packard Enterprise |
Lenovo | | computer hardware pc | |
Supermicro | Super Micro Computer, Super Micro | computer hardware | |
Arista Networks | Arista | networking | |
Foxconn | Hon Hai, Hon Hai Precision Industry | electronics | |
Sony | Sony Group | electronics media | | PlayStation
Nintendo | | games | |
Palantir | Palantir Technologies, PLTR | software | |
Snowflake | | software cloud | |
Databricks | | software startup | |
MongoDB | | software | |
ServiceNow | | software | |
Workday | | software | |
Intuit | | software | |
Atlassian | | software | |
Shopify | | ecommerce software | |
Zoom | Zoom Video Communications | software | |
Dropbox | | software | |
Box | Box Inc | software | |
Twilio | | software | |
Okta | | security | |
CrowdStrike | | security | |
Palo Alto Networks | | security | |
CyberArk | | security | |
Fortinet | | security | |
Cloudflare | | networking security | |
Zscaler | | security | |
Datadog | | software | |
Confluent | | software | |
UiPath | | software | |
Autodesk | | software | |
Ansys | | software | Synopsys |
Synopsys | | software chip | |
Cadence | Cadence Design Systems | software chip | |
Uber | Uber Technologies | transport | |
Lyft | | transport | |
DoorDash | | delivery | |
Deliveroo | | delivery | |
Airbnb | | travel | |
Booking Holdings | Booking.com | travel | |
Expedia | Expedia Group | travel | |
Netflix | NFLX | media streaming | |
Spotify | | media streaming | |
Disney | Walt Disney, The Walt Disney Company, Walt Disney Co | media | |
Hulu | | media streaming | Disney |
Warner Bros. Discovery | Warner Bros Discovery, Warner Bros., Warner Bros | media | |
Paramount | Paramount Global, Paramount Skydance | media | |
Skydance | Skydance Media | media | |
Comcast | | media telecom | |
NBCUniversal | | media | Comcast |
Fox | Fox Corp, Fox Corporation | media | |
News Corp | | media newspapers | |
Time Warner | | media | |
Reddit | | media | |
Snap | Snap Inc | media | | Snapchat
Pinterest | | media | |
Twitter | | media | |
X | X Corp | private media | xAI |
TikTok | | media | ByteDance |
ByteDance | | private media tech | |
Tencent | Tencent Holdings | tech games media | | WeChat
Alibaba | Alibaba Group, Alibaba Group Holding, BABA | ecommerce tech retailer | | Taobao, Tmall, Qwen
Ant Group | Ant Financial | fintech | Alibaba | Alipay
Baidu | | search tech | | Ernie
JD.com | | ecommerce retailer | |
Meituan | Meituan Dianping | delivery | |
PDD Holdings | Pinduoduo | ecommerce | | Temu
Xiaomi | Xiaomi Corp | electronics smartphone | |
Huawei | Huawei Technologies | private electronics telecom | | Ascend
Didi | Didi Global, Didi Chuxing | transport | |
Naver | | tech search | |
Kakao | | tech | |
Rakuten | | ecommerce | |
SoftBank | SoftBank Group, SoftBank Group Corp | investor conglomerate telecom | | Vision Fund
MGX | | investor | |
AT&T | AT&T Inc | telecom | |
Verizon | Verizon Communications | telecom | |
T-Mobile | T-Mobile US | telecom | Deutsche Telekom |
Sprint | Sprint Corp | telecom | |
Deutsche Telekom | | telecom | |
Vodafone | Vodafone Group | telecom | |
BT | BT Group | telecom | |
Orange | Orange SA | telecom | |
Telefonica | Telefónica | telecom | |
Ericsson | | telecom networking | |
Nokia | | telecom networking | |
Charter | Charter Communications | telecom | |
EE | | telecom | BT |
Electronic Arts | | games | |
Take-Two | Take-Two Interactive | games | |
Roblox | | games | |
Epic Games | | private games | | Fortnite
Unity | Unity Software | games software | |
Accenture | | consultancy | |
Infosys | | consultancy | |
Tata Consultancy Services | TCS | consultancy | |
Cognizant | | consultancy | |
Xerox | Xerox Holdings, Xerox Holdings Corp | printer hardware | |
Kodak | Eastman Kodak | electronics | |
Western Digital | | hardware | |
Seagate | Seagate Technology | hardware | |
Sandisk | SanDisk | hardware | |
Sunrun | | power solar | |
Gannett | Gannett Co | newspapers media | |
GateHouse Media | GateHouse | newspapers media | |
McClatchy | | newspapers media | |
Tribune Publishing | Tribune | newspapers media | |
`;
