/** Sentences with number words, digits and names in them, and no amount of anything. */
export const figureFree: readonly string[] = `
The first quarter was strong, and the second will be stronger.
He came second in the race and third overall.
She is one of them.
No one knows who wrote the letter.
One by one, the guests left the hall.
It was a one-off payment to staff.
The deal is a one-way bet for shareholders.
He gave a one-on-one interview to the paper.
The pair went head to head in a one-sided debate.
At first, nobody believed the story.
It was love at first sight.
On the one hand the market is calm; on the other it is nervous.
Back to square one for the negotiators.
She was over the moon and on cloud nine.
He dressed to the nines for the gala.
They were at sixes and sevens over the budget.
The company is firing on all cylinders.
One man's meat is another man's poison.
It is a two-way street, the minister said.
Kill two birds with one stone.
Put two and two together and you get the answer.
The Big Three carmakers face a strike.
The Big Four accounting firms are under pressure.
The G7 and the G20 issued a statement.
Regent Seven Seas has a new boss.
The Magnificent Seven led the market.
Ocean's Eleven was filmed in Las Vegas.
The play Twelve Angry Men is back on stage.
The Fantastic Four returns to cinemas.
Snow White and the Seven Dwarfs was remade.
The Four Seasons hotel has reopened.
The burger chain Five Guys is opening in Berlin.
Maroon 5 and Blink-182 will headline.
The Sixth Sense was on television.
The Six Nations returns in February.
The operator Six Flags named a new chief executive.
The broadcaster Nine Entertainment is a rival.
Channel 4 and BBC One will carry it.
BBC Radio 4 broke the story.
Formula 1 returns to Las Vegas.
The Apollo 11 landing was filmed.
Windows 11 replaced Windows 10.
The Boeing 737 MAX and the Airbus A320neo compete.
Nvidia's H100 and GB200 chips are scarce.
GPT-4 and GPT-5 were trained on them.
Claude 3 and Gemini 2 were compared.
The iPhone 16 and the Galaxy S24 are rivals.
PlayStation 5 outsold Xbox Series X.
A 4K screen and 5G modem are standard.
The S&P 500 and the Nasdaq 100 rose.
The FTSE 100 closed lower.
Fortune 500 companies are hiring.
Section 230 protects platforms.
Under Title IX and Article 5, members must act.
Chapter 11 filings rose.
Rule 10b-5 covers fraud.
Form 10-K and Form 8-K were filed.
Catch-22 situations are common.
Area 51 is closed to visitors.
Route 66 runs through the town.
Highway 101 was closed.
Interstate 95 reopened on Monday.
Flight 370 was never found.
Pier 39 is a tourist trap.
Room 101 was the worst place.
He lives at 10 Downing Street.
The office is at 1600 Pennsylvania Avenue.
The ZIP code 90210 is famous.
In the 90049 ZIP Code, prices rose.
Call 555-123-4567 for details.
Dial 911 in an emergency.
Call 999 if you see smoke.
The 9/11 attacks changed everything.
The 2008 crisis hurt the banks.
In 2024, voters went to the polls.
Since the 1990s, trade has grown.
By 2050 the country wants to be carbon neutral.
By 2120 the coast may be under water.
The 2030 target is out of reach.
The class of 2019 has done well.
The summer of '69 was hot.
On 12 March 2024 the law passed.
The meeting is on March 3 at 9:30 am.
The deadline is 5 pm on Friday.
The train leaves at 17:45.
It opens at nine o'clock.
The Q3 results are due in November.
In FY2025 the group will change its name.
H1 was weak, H2 should be better.
The second half of the year looks better.
The first half ended with boos.
Half the battle is showing up.
He is half Irish and half Italian.
It was half-hearted at best.
They met halfway.
The better half of the couple declined to comment.
Third-party sellers complained.
The third-largest bank is for sale.
A second-hand car is cheaper.
On second thoughts, he stayed.
In the first place, it was illegal.
First come, first served.
First Solar named a new finance chief.
Fifth Third Bancorp is based in Ohio.
Twenty-first century problems need new solutions.
The eleventh-hour deal saved the summit.
It is a tenth-century church.
He pleaded the Fifth.
The 22nd amendment limits terms.
The 5th Circuit upheld the ruling.
Louis XIV and Henry VIII were kings.
World War II ended in Europe in May.
Super Bowl LVIII drew a crowd.
A million thanks to everyone.
Thanks a million.
One in the eye for the critics.
She is a one-woman show.
It was a one-horse race.
One can only hope.
One should never assume.
The one that got away.
Each one was different.
This one is better than that one.
Not a single person complained.
There was zero tolerance for mistakes.
Ground Zero is a memorial now.
Net zero is the goal.
Zero-sum thinking hurts trade.
From zero to hero.
Back in the day, nobody cared.
One day it may work.
At the end of the day, voters decide.
These days nobody reads.
Day after day the rain fell.
Year after year, the same mistakes.
Once upon a time there was a king.
Twice bitten, once shy.
The company doubled down on its strategy.
Double Fine and Double Dutch are brands.
A double whammy hit exporters.
He took a double take.
The triple-A rating is at risk.
Triple Crown hopes ended.
A quarterback was traded.
The quarter-final is on Sunday.
Semi-final tickets sold out.
Quarterly results were mixed.
The French Quarter was flooded.
No quarter was given.
The Top 40 chart changed.
The number one priority is safety.
Public enemy number one was caught.
It is the number two carrier in Spain.
Number 10 declined to comment.
He wore the number 7 shirt.
No. 5 seed lost to the No. 12 seed.
Game 7 is on Sunday.
Week 9 of the trial begins.
Day 3 of the conference was quiet.
Season 2 starts in the fall.
Episode 5 was the best.
Grade 8 pupils sat the exam.
Type 2 diabetes is on the rise.
Phase 3 trials have begun.
Level 4 autonomy is hard.
Tier 1 suppliers complained.
Category 5 hurricanes are rare.
Vitamin B12 and omega-3 are popular.
COVID-19 hit the sector.
The Omicron BA.5 variant spread.
Version 2.0 is out.
Web 2.0 and Web3 are buzzwords.
Industry 4.0 is a slogan.
It runs Android 14 on a Snapdragon 8.
The USB-C and HDMI 2.1 ports are new.
MP3 players and CD-ROMs are gone.
Python 3 replaced Python 2.
H.264 and H.265 are codecs.
The B-52 and the F-35 flew past.
An AK-47 was found.
They drew 2-2 at home.
The Yankees won 5-3 in Boston.
She won 6-4, 7-5 in straight sets.
The vote was along party lines.
1. Open the door.
2) Close the window.
(a) The board shall meet.
See page 12 and figure 3.
As shown in Table 4, it failed.
Footnote [3] explains why.
Psalm 23 was read aloud.
John 3:16 is quoted often.
The Ten Commandments were carved in stone.
The Twelve Apostles are in Victoria.
The Five Eyes alliance shares intelligence.
The Quad and the Five Star Movement differ.
Article Five of the treaty was invoked.
Twitter, now X, was sued.
The one and only Elvis was there.
She was second to none.
They are two of a kind.
It takes two to tango.
Three cheers for the winner.
Third time lucky, they hoped.
He was given the third degree.
The nine-to-five job is dead.
A 24/7 service is offered.
A 50/50 chance would be fair.
Heads or tails, it does not matter.
The 401(k) plan was frozen.
The 747-8 was the last of its kind.
Forever 21 filed for bankruptcy.
7-Eleven is a Japanese chain.
3M and 3i are companies.
20th Century Studios made the film.
U2 and UB40 played.
50 Cent performed at the party.
Studio 54 closed long ago.
The Motley Fool likes the stock.
Nobody said it would be easy.
Sometimes less is more.
The pound fell against the euro.
The dollar was stronger.
Shares rose sharply after the news.
OpenAI released GPT-5.1 and GPT-4o mini.
Anthropic launched Claude Opus 4.5 and Claude Haiku 4.5.
Google's Gemini 3 Pro beat Gemini 2.5 Flash.
DeepSeek-R1 and DeepSeek V3.2 are open models.
Llama 4 Maverick and Qwen3-Max were released.
Nvidia's B200, GB300 and RTX 5090 are sold out.
AMD's MI355X and Intel's 18A process compete.
The Snapdragon 8 Elite Gen 5 powers the phone.
The M5 MacBook Pro and the A19 chip were unveiled.
The iPhone 17 Pro Max comes in orange.
Samsung's Galaxy Z Fold 7 and Pixel 10 went on sale.
The Nintendo Switch 2 is popular.
Windows 10 support ended in October 2025.
iOS 26 and Android 16 look alike.
The Tesla Model 3 and Model Y were restyled.
BMW's iX3 and Mercedes's S 500 were shown.
The Airbus A350-1000 and the Boeing 777-9 fly long routes.
SpaceX launched Falcon 9 again.
Artemis II and Apollo 13 were compared.
Wi-Fi 7 and Bluetooth 6.0 are standards.
The USB 3.2 port is slow.
HTTP/2 and IPv6 are protocols.
MP3 and H.264 files play.
He used an AK-47.
The C-130 landed safely.
COVID-19 and H5N1 worried doctors.
Vitamin B12 and omega-3 help.
CO2 and PM2.5 were measured.
The p53 gene is studied.
She plays for the under-21 side.
The U.S. Open was his second title.
Arsenal drew 1-1 with Chelsea.
England beat France 24-17.
They won 3-0 away.
The Lakers lost Game 7.
He scored in the 89th minute.
He is ranked No. 1 in the world.
The number 10 shirt is his.
The Group of Twenty met in Johannesburg.
The G7 and the Quad issued statements.
The Big Four auditors declined to comment.
The Magnificent Seven fell.
The Six Nations begins in February.
Two-factor authentication is required.
One-time passwords are sent by text.
A one-stop shop for traders opened.
It was a one-man show.
He is a one-trick pony.
The two-state solution is dead, he said.
They held two-way talks.
Three-way talks broke down.
First-half results are due.
Second-quarter earnings season begins.
In the third quarter, demand softened.
The fourth estate is in trouble.
Sixth form colleges will close.
The top-tier firms hired more.
He is second to none.
She is in her twenties.
He died in the nineteen sixties.
The Roaring Twenties ended badly.
Back in the 1970s it was cheap.
The 2010s were kind to tech.
In 2026, growth may slow.
By 2035 sales of petrol cars will end.
The class of 2024 struggled.
Since 9/11, security has been tight.
The January 6 committee reported.
October 7 changed everything.
Black Friday falls on November 28.
On Dec. 25, shops are shut.
The law takes effect on 1 January 2026.
The meeting starts at 2:30 p.m. on Tuesday.
The market opens at 9.30am.
Trading closes at 16:00 GMT.
He woke at six o'clock.
The 14th Amendment was cited.
Article 50 was triggered.
Section 301 and Section 232 tariffs differ.
Title VII bars discrimination.
Chapter 7 bankruptcy is final.
Rule 144A sales are private.
Proposition 50 passed.
House Bill 1557 was signed.
UN Resolution 1701 was cited.
Basel III rules will be delayed.
IFRS 16 changed accounting.
ISO 9001 certificates were checked.
Form 8-K was filed late.
A 13F filing showed the sale.
The S&P 500, the FTSE 250 and the Nikkei 225 rose.
The CAC 40 and the Dax fell.
The Fortune 500 list is out.
The Russell 2000 lagged.
Bloomberg 2000 readers? There was no such list.
Pier 70 is a development.
Terminal 5 was closed.
Gate B12 is boarding.
Room 204 is free.
Flight BA117 was diverted.
The M25 and the A1(M) were jammed.
Interstate 5 reopened.
Route 128 firms hired.
Highway 61 was revisited.
The office at 30 Rockefeller Plaza is lit.
11 Downing Street is next door.
One World Trade Center was lit green.
Write to PO Box 1234.
Dial +44 20 7946 0958 for tickets.
The suspect, known as Agent 47, fled.
Catch-22 is on the syllabus.
The film Seven Samurai was restored.
Fahrenheit 451 is a novel.
She read One Hundred Years of Solitude.
Blade Runner 2049 flopped.
Apollo 13 won an Oscar.
The band U2 played; so did Blink-182 and Sum 41.
Channel 4 and BBC Two showed it.
Fox News and CNN called it at once.
Two's company, three's a crowd.
A stitch in time saves nine.
The whole nine yards was tried.
Six of one and half a dozen of the other.
She was on cloud nine.
It's a catch twenty-two.
At the eleventh hour they agreed.
He had one foot in the grave.
One swallow does not make a summer.
One for all and all for one.
They are one and the same.
No one was hurt.
One of a kind, he was missed.
The one thing missing was trust.
Neither one replied.
One day, it will end.
One man's loss is another's gain.
You can't serve two masters.
He double-checked the files.
The deal fell at the first hurdle.
Zero-sum thinking prevails.
Net-zero targets were dropped.
There is zero chance of that.
Million-dollar listing agents smiled.
Half-time came.
Footnote [3] explains it.
See Figure 2 and Table 4a.
As shown in Appendix B.2, it fails.
Version 2.4.1 fixes the bug.
Build 22H2 is stable.
Ticket #4521 was closed.
ISBN 978-3-16-148410-0 is listed.
His ID was 4839-2201-77.
The IP address 10.0.0.1 is private.
Order no. 5532 was lost.
`
  .trim()
  .split('\n');
