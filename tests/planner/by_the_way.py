"""Sentences that ask for nothing: what people write around a request. Full of numbers, names and dates on purpose."""

BY_THE_WAY = """
Our company was founded in 1987 in a garage near the harbour.
We have 340 employees in 12 offices.
My phone number is +49 30 5557 8123.
The office is on the 4th floor, room 417.
I am on holiday from 3 to 17 August.
My colleague Miriam Okafor will be at the meeting on Tuesday.
It rained for 11 days in a row here.
Last year we moved 25,000 boxes to the new warehouse.
The canteen serves about 180 lunches a day.
Our best seller is the blue kettle, at 39.90 euros.
The parking garage closes at 20:30.
We won a regional award in 2019.
My daughter turns 7 next week.
Our competitor opened 3 new shops in March.
The printer on the second floor is broken again.
I have been working here for fifteen years.
The building has 6 lifts, and 2 of them work.
Our newsletter has 14,200 readers.
The weather is lovely in Porto today.
Half of the team is at a trade fair this week.
The boss drinks four coffees before noon.
We switched to a new telephone system in May 2022.
There are 52 weeks in a year, and every one of them is busy.
The warehouse covers 8,500 square metres.
My assistant, Mr Lindqvist, sends his regards.
Greetings from the lake!
We have been a family business for 3 generations.
The old machine in the cellar weighs 900 kg.
On average a customer buys 2.4 items.
Our fax number has not changed since 1994.
The cat of the neighbours sleeps on our doormat.
We plant 200 trees every spring.
The summer party is on 12 July.
Our van has done 310,000 km.
Two of our shops are being painted at the moment.
The accountant comes every second Thursday.
Room temperature here is 19 degrees.
The founder's portrait hangs in the lobby.
Our street is called Langer Weg 18.
A pallet holds 48 cartons.
The cleaning crew comes at 6 in the morning.
I wrote to you in spring already.
The lift inspection was passed with 98 points.
My desk is next to the window.
The company choir has 23 singers.
In 2024 we hired 9 apprentices.
The new chairs arrive in week 47.
Our logo is green and white.
The night bus number 7 stops right outside.
Our football team lost 0:3 on Sunday.
The invoice number of the chairs is 2025-00417.
I grew up in a village of 800 people.
The doorbell plays a melody of 5 notes.
The town hall is 300 metres away.
The postman usually comes around 10.
We share the courtyard with a bakery.
The roof was renewed 4 years ago.
The meeting room seats sixteen people.
We get about 3,400 tickets a week.
Each of our agents answers 45 messages a day.
The last consultant charged us 950 euros a day.
Our website answers 2 million requests a month.
Our web page loads in 1.2 seconds.
Our shop in Lyon has 12 employees.
Last Friday the server room was flooded.
Since 2015 we have been a limited company.
My predecessor left in February 2021.
The audit took 6 weeks.
Our customers are 35 to 60 years old.
We ship to 17 countries.
Our Spanish office has a lovely terrace.
The GPU of my son's computer is very loud.
Our old laptop has 8 GB of memory.
My car does 0 to 100 in 9 seconds.
One in three visitors comes back.
9 out of 10 visitors like the garden.
The bakery next door sells 30% more in winter.
I slept 5 hours last night.
Tests of the fire alarm are on Wednesdays at 11.
Our experts are tired of the phone.
We tried 3 different suppliers for the paper.
The plant has 8 production lines.
The budget meeting is in room 5.
The museum has a model of our first ship.
Delivery to the islands takes 3 days.
The report of the auditors has 120 pages.
The bus to the office runs every 20 minutes.
Our stock price fell to $14 yesterday.
We won 3 of 5 tenders this year.
The interns are 19 and 22 years old.
PS: the last meeting was very pleasant.
Our hotline is open 24 hours a day, 7 days a week.
Returns cost us around 70,000 euros a year.
The average call lasts 6 minutes.
""".strip().splitlines()

TEMPTING = """
Sales grew by 8% last year.
The train from Graz takes 2 hours and 35 minutes.
About 60% of our customers live in the city.
The lease of the shop runs until 2031.
We pay 11 euros for parking.
The coffee machine cost 2,300 euros and makes good espresso.
We spent 80,000 dollars on marketing last year.
We speak to each other in Danish at lunch.
The rent went up by 4.5% in January.
Overnight it froze here.
Our lawyer, Dr. Amara Singh, is on leave until Monday.
A bottle costs 1.20 euros.
We had a deadline last month and met it.
Our accuracy in stocktaking is 99.2%.
The company has been ISO 9001 certified since 2009.
""".strip().splitlines()
"""Those that come so near to a wish that reading them as one is the mistake to watch for."""
