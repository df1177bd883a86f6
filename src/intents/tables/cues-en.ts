import type { CueTable } from '../cue-words.ts'

/** Words of English-speaking shoppers and what they tell (playbook 3.8, 5), by weight. A trailing `*` stands for any ending. */
export const CUES_EN: CueTable = {
  nothing: {
    0: 'get my money back|urgent care|angry birds|mad hatter|love seat|love island|love heart|killer whale|dead sea|shit happens|trash bag*|trash can*|rubbish bin*|rubbish bag*|garbage bag*|garbage disposal|for the love|would love to know|love it or|perfect fit for|student discount code|student discount|thanks in advance|thank you in advance|greater|hello|damned|piggy bank|happy birthday|happy hour|happy easter|satisfaction guarantee*|money back|no hurry|no rush|please advise',
  },
  angry: {
    1: 'ridiculous|unacceptable|disgusting|disgrace*|pathetic|appalling|outrageous|absurd|a joke|absolute joke|you people|liar|liars|lied|lying|scam|scammer*|scammed|fraud|rip off|ripoff|ripped off|con artists|cheated|worst|terrible|horrible|awful|atrocious|crap|rubbish|garbage|trash|fed up|sick of|sick and tired|had enough|waste of money|waste of time|wasted|furious|angry|livid|pissed|annoyed|infuriating|a manager|your manager|the manager|supervisor|one star|1 star|bad review|negative review|chargeback|disputing|dispute it|dispute this|my bank|trading standards|bbb|small claims|lawyer|legal action|report you|reporting you|never again|never buying|never ordering|thanks for nothing|are you kidding|you kidding|is this a joke|unbelievable|what the hell|wtf|shame on|useless|incompetent|clueless|how dare|last time i|do your job|do their job|lost all|ruined|fix it now|refund now|give me my money|want my money|my money back|stop sending|excuses|runaround|run around|misleading|false advertising|demand',
    0.6: "not too happy|not very happy|not so happy|not pleased|tired of|sorry doesn't|sorry won't|sorry isn't|disappoint*|not happy|unhappy|not good enough|not impressed|unimpressed|poor service|poor quality|bad quality|bad service|bad experience|very upset|upset|frustrat*|annoying|ignored|ignoring|no one answers|nobody answers|no answer|copy paste|copy and paste|again and again|third time|second time|yet again|wrong item again|broke after|broke on|fell apart|falls apart|this is not on|honestly|seriously|just great|no help|not helpful|unhelpful|still no|how many times|how long does it take|want a refund|charged me twice|won't answer|wont answer|driving me|making me crazy|sorry is",
    0.3: 'wrong item|broken|another delay|complain*|complaint',
  },
  insult: {
    1: 'so dumb|you dumb|dumb company|idiot|idiots|stupid|moron*|dumbass|clown|clowns|go to hell|fuck|fucking|fuck you|fuck off|f off|bastard*|asshole*|arsehole*|bitch*|shit|bullshit|piece of shit|imbecile*|brainless|retard*|screw you|wankers|wanker|thieves|scumbag*|losers|you suck|drop dead|piss off|brain dead',
  },
  worried: {
    0.5: ':(|:-(|t_t',
    1: "worried|worry|worrying|concerned|concern|anxious|nervous|scared|afraid|panick*|urgent|urgently|is it lost|lost in|gone missing|missing parcel|should have been here|should have arrived|supposed to arrive|supposed to be here|still not here|still not arrived|still hasn't|still hasnt|still haven't|still havent|still waiting|hasn't arrived|hasnt arrived|not arrived|haven't received|havent received|not received|never arrived|hasn't moved|hasnt moved|not moved|no update|no updates|hasn't updated|stuck in|stuck at|where is my|where's my|wheres my|where is it|what do i do|what should i do|anyone there|anybody there|is anyone|is everything ok|is that normal|charged twice|double charged|says delivered|marked delivered|marked as delivered|hope it|hoping it arrives|will it make it|in time for|need it by|need this by|needed by|running out of time|wrong postcode|wrong address|allergic|rash|hacked|unauthorised|unauthorized|hold up in",
    0.6: "need it tomorrow|need it today|as soon as possible|any news|any update|taking so long|how come|what if|won't survive|hello hello|by friday|by tomorrow",
    0.3: 'asap|late|delayed|delay|still|sure it',
  },
  hesitant: {
    0.3: 'maybe|hmm|i might',
    0.4: 'not sure|considering|hmm not sure',
    1: "can't decide|cant decide|cannot decide|can't choose|cant choose|torn|undecided|not sure yet|not sure which|not sure about|not sure if|let me think|think about it|think it over|thinking about it|sleep on it|have a think|need to think|on the fence|back and forth|in two minds|second thoughts|hesita*|maybe later|not convinced|check with my|ask my wife|ask my husband|talk to my|get back to you|come back later|might wait|wait for the sale|worth it though|is it worth|tempted but|dunno|idk if|don't know which|dont know which|might cop it later",
    0.6: 'maybe i should|still doubting|doubting|kinda pricey|debating|unsure|not ready',
  },
  happy: {
    0.4: 'lol',
    1: "love it|love them|loving it|absolutely love|i love|we love|adore|gorgeous|so happy|very happy|really happy|over the moon|delighted|thrilled|amazing|awesome|fantastic|brilliant|wonderful|excellent|perfect|superb|you're the best|you've been|super helpful|so helpful|very helpful|really helpful|great service|made my day|yay|obsessed|fits like a glove|well made|so pretty|so cute|exactly what i|highly recommend|best purchase|five stars|5 stars|haha|cheers|impressed|that was quick|that was fast|much appreciated|lifesaver|legend|beautiful|well done|fab|lush|so fast|so quick",
    0.6: 'it worked|that worked|working now|did the trick|seems to work|seemed to work|seems to have worked|seemed to have worked|it works|:)|:-)|:d|=)|^^|^_^|great|nice|lovely|thank you so much|thanks so much|thanks a lot|thanks a million|glad|cool|sweet|good job|wow|happy with|pleased|works for me|appreciate it',
    0.3: 'happy|love|phew',
  },
  formal: {
    1: "dear sir|dear sir or madam|dear madam|dear seller|dear team|dear customer service|to whom it may|kindly|i would appreciate|would appreciate it|i am writing|i'm writing to|kind regards|best regards|yours sincerely|yours faithfully|sincerely|please find attached|would it be possible|would you be so|could you please|would you please|would you kindly|may i ask|may i enquire|i would be grateful|i wish to|i should like|enquire|enquiry|with reference to|further to|at your earliest|look forward to your|regarding my order dated|pursuant|hereby|herewith",
    0.4: 'i would like to|advise|assist|assistance|confirm the|amend|availability|regarding|terms|shall|furthermore|therefore|dear',
  },
  slangy: {
    1: "u|ur|r u|plz|pls|thx|thnx|tnx|omg|omfg|lol|lmao|lmk|tbh|ngl|idk|rn|btw|gonna|wanna|gotta|gimme|bro|bruh|dude|yo|sup|y'all|ya|cuz|coz|innit|deffo|defo|def|obvs|legit|lowkey|highkey|fr|no cap|slaps|fire|drip|yeet|bae|sis|bestie|fam|hun|babe|dm me|wya|wbu|hbu|ty|tysm|np|k thx|smh|fml|imo|af|blk|wht|w/|b4|gr8|2moro|tmrw|tmw|msg|prob|probs|cheers m8|m8|wassup|dope|sick af|whats up|nah|yeh|yup|kk|obsessed|stoked|peng|lush|hiya",
    0.4: "kinda|yeah|yep|cheers|haha|awesomeee|ain't|lemme",
  },
  bargain: {
    1: "that's too much|is too much|negotiate|discount|cheaper|lower the price|lower price|lowest|better price|any better on|best price|best you can do|do any better|wiggle room|knock off|knock a|knock ten|knock five|take off|come down|reduce the price|money off|bit less|for less|any deal|better deal|a deal|price down|negotiable|haggle|off the price|five off|ten off|percent off|% off|too expensive|too pricey|throw in|match the price|price match|i'll give you|would you take|would you accept|will you take|can you do it for|go lower|more off|further reduction",
    0.4: 'price|expensive|pricey|afford|off',
  },
  insist: {
    1: "come on|surely|last time you gave|gave me|you gave my|other customers|i'll give you|would you take|will you take|would you accept|can you do it for|make it|still too much|best price|your best|final offer|a bit less|bit less|bit more off|at least|even a little|just a little|not even|my friend got|i'd pay|i would pay|i'll take it for|last offer|it's a deal|no way|more off|go lower|further reduction",
  },
  threat: {
    1: "elsewhere|somewhere else|another shop|another store|other shop|other store|other seller|another seller|competitor*|or i'm buying|or i'll buy|or i buy|or i'll go|or i go|or i'll cancel|or i cancel|or no deal|no sale|on amazon|on ebay|from amazon|to amazon|off amazon|on temu|or else|otherwise i|i'll cancel|i'm out|i'm leaving|walk away|won't buy|wont buy|not buying|forget it|i'll look elsewhere|buy it from|lose a customer|lose the sale|lose my business",
  },
  plea: {
    1: "i'm a student|im a student|broke student|as a student|tight budget|on a budget|short on cash|can't afford|cant afford|pretty please|please please|begging|i beg|help me out|do me a favour|do me a favor|broke|poor|payday|pension|unemployed|lost my job|saving up|been saving|struggling|have a heart|be kind|means a lot|it's all i have|all i have|only have|low income|single mum|single mom",
  },
  buying: {
    1: "i'll take|ill take|i will take|just paid|just ordered|have paid|i've paid|ive paid|placed the order|placed an order|placed my order|how do i order|how to order|how can i order|where do i order|if i order|if i buy|if i pay|order now|order today|order it now|hold one|reserve one|save one for|put one aside|and i'll grab|i'll grab|ill grab|i'll buy|ill buy|i'll order|ill order|ordering now|buying now|gonna order|going to order|gonna buy|gonna get|pay full price|add to cart|added to cart|at checkout|checking out now|same again|i'll have|deal, |let's do it|take my money|ready to buy|ready to order|want to buy it|i'd like to order|like to order|like to buy|sold!|sold,",
    0.5: 'want to order|want to buy|wanted to purchase|can i buy|can i order|give you',
  },
  declines: {
    1: "not ordering|not buying|haven't ordered|havent ordered|won't order|before i order|not going to buy|cancel",
  },
  T01: {
    0.6: "know nothing|no idea about|clueless about|complete beginner|beginner|newbie|noob|first time buying|first time buyer|first time|never bought|never used|not a techie|not techy|not tech savvy|explain it like|in plain english|layman*|new to this|new to all|don't understand|dont understand|easiest|not an expert|confused about",
  },
  T03: {
    0.5: 'cri|r9|frc|8 bit|10 bit|6 bit|bit depth|gsm|thread count|denier|torque|impedance|ohm|ohms|rms|snr|dac|nvme|tlc|qlc|dram|controller|firmware|chipset|tolerance|hrc|rockwell|fill power|lumens|kelvin|3000k|4000k|ips|nits|gamut|srgb|ghz|mah|pd 3.0|i work in|in the trade|by trade|in the industry|psi|cfm|aperture|focal|cold forged|full grain|top grain|goodyear welt*|selvedge',
    0.2: 'spec|specs|datasheet|rated',
  },
  T04: {
    0.6: "price is fine|price is ok|price isn't an issue|money is no object|money isn't|pay full price|happy with the price|full price",
  },
  T08: {
    0.6: "is it actually|is this actually|actually leather|actually real|is it really|is this really|genuine|authentic|fake|counterfeit|legit|is it real|is this real|really real|look like the photo*|like the picture*|like in the photo*|match the photo*|photos match|photoshop*|edited|proof|prove|certificate|are the reviews|fake reviews|the review says|reviews say|review says|too good to be true|can i trust|trustworthy|what's the catch|really what you get|real photo*",
  },
  T09: {
    0.6: "scratch|scratches|flawless|any flaw*|flaws|defect|even one|even the slightest|slightest|inspect*|picky|perfectionist|fussy|loose thread*|blemish*|must be perfect|has to be perfect|spotless|double check it|exactly the same shade|going straight back|it's going back|pristine|immaculate",
  },
  T11: {
    0.7: 'just browsing|browsing|just looking|only looking|having a look|window shopping|not buying|looking around|having a browse',
  },
  T13: {
    0.6: 'my toddler|toddler|my baby|my daughter|my son|my kid|my kids|my child|my children|my little one|little one|newborn|year old|yr old|month old|months old|my lo|nursery|infant|breastfeed*|my boy|my girl',
  },
  T15: {
    0.6: "gift|a present|present for|as a gift|gift wrap*|giftwrap*|gift for|gift box|birthday present|for my niece|for a friend|for my friend|for my mum|for my mom|for my dad|anniversary|wedding present|stocking filler|secret santa|surprise|housewarming|mother's day|father's day|valentine*|christmas present|greeting card",
  },
  T16: {
    0.6: 'need it right now|now please|asap|urgent|urgently|in a hurry|in a rush|hurry|quickly|quick question|right away|immediately|need it by|need this by|needed by|need it tomorrow|need it today|send it fast|ship it fast|rush order|rush it|fast as you can|as fast as|time is short|short on time|running late|express',
  },
  T17: {
    0.6: "funny story|long story|between you and me|let me tell you|how's your day|how is your day|how are you doing|weather|my neighbour|my neighbor|you won't believe|by the way my|anyway my|chatting",
  },
  T22: {
    0.6: 'bought these before|bought this before|bought before|bought from you|ordered before|ordered from you|ordered last|bought last|last year|last time|returning customer|regular customer|loyal customer|long time customer|repeat customer|same again|my third|third order|my second|second order|always buy|always order|been buying|been a customer|buy again|ordering again|my last order|reorder|previously bought|previous order|customer for years',
  },
}
