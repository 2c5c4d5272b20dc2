// Alice's Adventures in Wonderland, chapters I to III, by Lewis Carroll, 1865: in the public domain. Lower case, without quotation marks;
// tokens (words and marks) are separated by spaces: 6892 tokens, 1175 of them different.
export const corpus = `
alice was beginning to get very tired of sitting by her sister on the bank , and of having nothing to do : once or
twice she had peeped into the book her sister was reading , but it had no pictures or conversations in it , and what
is the use of a book , thought alice without pictures or conversation ? so she was considering in her own mind as well
as she could , for the hot day made her feel very sleepy and stupid , whether the pleasure of making a daisy-chain
would be worth the trouble of getting up and picking the daisies , when suddenly a white rabbit with pink eyes ran
close by her . there was nothing so very remarkable in that ; nor did alice think it so very much out of the way to
hear the rabbit say to itself , oh dear ! oh dear ! i shall be late ! when she thought it over afterwards , it
occurred to her that she ought to have wondered at this , but at the time it all seemed quite natural ; but when the
rabbit actually took a watch out of its waistcoat pocket , and looked at it , and then hurried on , alice started to
her feet , for it flashed across her mind that she had never before seen a rabbit with either a waistcoat-pocket , or
a watch to take out of it , and burning with curiosity , she ran across the field after it , and fortunately was just
in time to see it pop down a large rabbit-hole under the hedge . in another moment down went alice after it , never
once considering how in the world she was to get out again . the rabbit-hole went straight on like a tunnel for some
way , and then dipped suddenly down , so suddenly that alice had not a moment to think about stopping herself before
she found herself falling down a very deep well . either the well was very deep , or she fell very slowly , for she
had plenty of time as she went down to look about her and to wonder what was going to happen next . first , she tried
to look down and make out what she was coming to , but it was too dark to see anything ; then she looked at the sides
of the well , and noticed that they were filled with cupboards and book-shelves ; here and there she saw maps and
pictures hung upon pegs . she took down a jar from one of the shelves as she passed ; it was labelled orange marmalade
, but to her great disappointment it was empty : she did not like to drop the jar for fear of killing somebody , so
managed to put it into one of the cupboards as she fell past it . well ! thought alice to herself , after such a fall
as this , i shall think nothing of tumbling down stairs ! how brave they'll all think me at home ! why , i wouldn't
say anything about it , even if i fell off the top of the house ! which was very likely true . down , down , down .
would the fall never come to an end ! i wonder how many miles i've fallen by this time ? she said aloud . i must be
getting somewhere near the centre of the earth . let me see : that would be four thousand miles down , i think for ,
you see , alice had learnt several things of this sort in her lessons in the schoolroom , and though this was not a
very good opportunity for showing off her knowledge , as there was no one to listen to her , still it was good
practice to say it over yes , that's about the right distance but then i wonder what latitude or longitude i've got to
? alice had no idea what latitude was , or longitude either , but thought they were nice grand words to say .
presently she began again . i wonder if i shall fall right through the earth ! how funny it'll seem to come out among
the people that walk with their heads downward ! the antipathies , i think she was rather glad there was no one
listening , this time , as it didn't sound at all the right word but i shall have to ask them what the name of the
country is , you know . please , ma'am , is this new zealand or australia ? and she tried to curtsey as she spoke
fancy curtseying as you're falling through the air ! do you think you could manage it ? and what an ignorant little
girl she'll think me for asking ! no , it'll never do to ask : perhaps i shall see it written up somewhere . down ,
down , down . there was nothing else to do , so alice soon began talking again . dinah'll miss me very much to-night ,
i should think ! dinah was the cat . i hope they'll remember her saucer of milk at tea-time . dinah my dear ! i wish
you were down here with me ! there are no mice in the air , i'm afraid , but you might catch a bat , and that's very
like a mouse , you know . but do cats eat bats , i wonder ? and here alice began to get rather sleepy , and went on
saying to herself , in a dreamy sort of way , do cats eat bats ? do cats eat bats ? and sometimes , do bats eat cats ?
for , you see , as she couldn't answer either question , it didn't much matter which way she put it . she felt that
she was dozing off , and had just begun to dream that she was walking hand in hand with dinah , and saying to her very
earnestly , now , dinah , tell me the truth : did you ever eat a bat ? when suddenly , thump ! thump ! down she came
upon a heap of sticks and dry leaves , and the fall was over . alice was not a bit hurt , and she jumped up on to her
feet in a moment : she looked up , but it was all dark overhead ; before her was another long passage , and the white
rabbit was still in sight , hurrying down it . there was not a moment to be lost : away went alice like the wind , and
was just in time to hear it say , as it turned a corner , oh my ears and whiskers , how late it's getting ! she was
close behind it when she turned the corner , but the rabbit was no longer to be seen : she found herself in a long ,
low hall , which was lit up by a row of lamps hanging from the roof . there were doors all round the hall , but they
were all locked ; and when alice had been all the way down one side and up the other , trying every door , she walked
sadly down the middle , wondering how she was ever to get out again . suddenly she came upon a little three-legged
table , all made of solid glass ; there was nothing on it except a tiny golden key , and alice's first thought was
that it might belong to one of the doors of the hall ; but , alas ! either the locks were too large , or the key was
too small , but at any rate it would not open any of them . however , on the second time round , she came upon a low
curtain she had not noticed before , and behind it was a little door about fifteen inches high : she tried the little
golden key in the lock , and to her great delight it fitted ! alice opened the door and found that it led into a small
passage , not much larger than a rat-hole : she knelt down and looked along the passage into the loveliest garden you
ever saw . how she longed to get out of that dark hall , and wander about among those beds of bright flowers and those
cool fountains , but she could not even get her head though the doorway ; and even if my head would go through ,
thought poor alice , it would be of very little use without my shoulders . oh , how i wish i could shut up like a
telescope ! i think i could , if i only know how to begin . for , you see , so many out-of-the-way things had happened
lately , that alice had begun to think that very few things indeed were really impossible . there seemed to be no use
in waiting by the little door , so she went back to the table , half hoping she might find another key on it , or at
any rate a book of rules for shutting people up like telescopes : this time she found a little bottle on it , which
certainly was not here before , said alice , and round the neck of the bottle was a paper label , with the words drink
me beautifully printed on it in large letters . it was all very well to say drink me , but the wise little alice was
not going to do that in a hurry . no , i'll look first , she said , and see whether it's marked poison or not ; for
she had read several nice little histories about children who had got burnt , and eaten up by wild beasts and other
unpleasant things , all because they would not remember the simple rules their friends had taught them : such as ,
that a red-hot poker will burn you if you hold it too long ; and that if you cut your finger very deeply with a knife
, it usually bleeds ; and she had never forgotten that , if you drink much from a bottle marked poison , it is almost
certain to disagree with you , sooner or later . however , this bottle was not marked poison , so alice ventured to
taste it , and finding it very nice , it had , in fact , a sort of mixed flavour of cherry-tart , custard , pine-apple
, roast turkey , toffee , and hot buttered toast , she very soon finished it off . what a curious feeling ! said alice
; i must be shutting up like a telescope . and so it was indeed : she was now only ten inches high , and her face
brightened up at the thought that she was now the right size for going through the little door into that lovely garden
. first , however , she waited for a few minutes to see if she was going to shrink any further : she felt a little
nervous about this ; for it might end , you know , said alice to herself , in my going out altogether , like a candle
. i wonder what i should be like then ? and she tried to fancy what the flame of a candle is like after the candle is
blown out , for she could not remember ever having seen such a thing . after a while , finding that nothing more
happened , she decided on going into the garden at once ; but , alas for poor alice ! when she got to the door , she
found she had forgotten the little golden key , and when she went back to the table for it , she found she could not
possibly reach it : she could see it quite plainly through the glass , and she tried her best to climb up one of the
legs of the table , but it was too slippery ; and when she had tired herself out with trying , the poor little thing
sat down and cried . come , there's no use in crying like that ! said alice to herself , rather sharply ; i advise you
to leave off this minute ! she generally gave herself very good advice , though she very seldom followed it , and
sometimes she scolded herself so severely as to bring tears into her eyes ; and once she remembered trying to box her
own ears for having cheated herself in a game of croquet she was playing against herself , for this curious child was
very fond of pretending to be two people . but it's no use now , thought poor alice , to pretend to be two people !
why , there's hardly enough of me left to make one respectable person ! soon her eye fell on a little glass box that
was lying under the table : she opened it , and found in it a very small cake , on which the words eat me were
beautifully marked in currants . well , i'll eat it , said alice , and if it makes me grow larger , i can reach the
key ; and if it makes me grow smaller , i can creep under the door ; so either way i'll get into the garden , and i
don't care which happens ! she ate a little bit , and said anxiously to herself , which way ? which way ? , holding
her hand on the top of her head to feel which way it was growing , and she was quite surprised to find that she
remained the same size : to be sure , this generally happens when one eats cake , but alice had got so much into the
way of expecting nothing but out-of-the-way things to happen , that it seemed quite dull and stupid for life to go on
in the common way . so she set to work , and very soon finished off the cake . curiouser and curiouser ! cried alice
she was so much surprised , that for the moment she quite forgot how to speak good english ; now i'm opening out like
the largest telescope that ever was ! good-bye , feet ! for when she looked down at her feet , they seemed to be
almost out of sight , they were getting so far off . oh , my poor little feet , i wonder who will put on your shoes
and stockings for you now , dears ? i'm sure i shan't be able ! i shall be a great deal too far off to trouble myself
about you : you must manage the best way you can ; but i must be kind to them , thought alice , or perhaps they won't
walk the way i want to go ! let me see : i'll give them a new pair of boots every christmas . and she went on planning
to herself how she would manage it . they must go by the carrier , she thought ; and how funny it'll seem , sending
presents to one's own feet ! and how odd the directions will look ! alice's right foot , esq . hearthrug , near the
fender , with alice's love . oh dear , what nonsense i'm talking ! just then her head struck against the roof of the
hall : in fact she was now more than nine feet high , and she at once took up the little golden key and hurried off to
the garden door . poor alice ! it was as much as she could do , lying down on one side , to look through into the
garden with one eye ; but to get through was more hopeless than ever : she sat down and began to cry again . you ought
to be ashamed of yourself , said alice , a great girl like you , she might well say this , to go on crying in this way
! stop this moment , i tell you ! but she went on all the same , shedding gallons of tears , until there was a large
pool all round her , about four inches deep and reaching half down the hall . after a time she heard a little
pattering of feet in the distance , and she hastily dried her eyes to see what was coming . it was the white rabbit
returning , splendidly dressed , with a pair of white kid gloves in one hand and a large fan in the other : he came
trotting along in a great hurry , muttering to himself as he came , oh ! the duchess , the duchess ! oh ! won't she be
savage if i've kept her waiting ! alice felt so desperate that she was ready to ask help of any one ; so , when the
rabbit came near her , she began , in a low , timid voice , if you please , sir the rabbit started violently , dropped
the white kid gloves and the fan , and skurried away into the darkness as hard as he could go . alice took up the fan
and gloves , and , as the hall was very hot , she kept fanning herself all the time she went on talking : dear , dear
! how queer everything is to-day ! and yesterday things went on just as usual . i wonder if i've been changed in the
night ? let me think : was i the same when i got up this morning ? i almost think i can remember feeling a little
different . but if i'm not the same , the next question is , who in the world am i ? ah , that's the great puzzle !
and she began thinking over all the children she knew that were of the same age as herself , to see if she could have
been changed for any of them . i'm sure i'm not ada , she said , for her hair goes in such long ringlets , and mine
doesn't go in ringlets at all ; and i'm sure i can't be mabel , for i know all sorts of things , and she , oh ! she
knows such a very little ! besides , she's she , and i'm i , and oh dear , how puzzling it all is ! i'll try if i know
all the things i used to know . let me see : four times five is twelve , and four times six is thirteen , and four
times seven is oh dear ! i shall never get to twenty at that rate ! however , the multiplication table doesn't signify
: let's try geography . london is the capital of paris , and paris is the capital of rome , and rome no , that's all
wrong , i'm certain ! i must have been changed for mabel ! i'll try and say how doth the little and she crossed her
hands on her lap as if she were saying lessons , and began to repeat it , but her voice sounded hoarse and strange ,
and the words did not come the same as they used to do : how doth the little crocodile improve his shining tail , and
pour the waters of the nile on every golden scale ! how cheerfully he seems to grin , how neatly spread his claws ,
and welcome little fishes in with gently smiling jaws ! i'm sure those are not the right words , said poor alice , and
her eyes filled with tears again as she went on , i must be mabel after all , and i shall have to go and live in that
poky little house , and have next to no toys to play with , and oh ! ever so many lessons to learn ! no , i've made up
my mind about it ; if i'm mabel , i'll stay down here ! it'll be no use their putting their heads down and saying come
up again , dear ! i shall only look up and say who am i then ? tell me that first , and then , if i like being that
person , i'll come up : if not , i'll stay down here till i'm somebody else but , oh dear ! cried alice , with a
sudden burst of tears , i do wish they would put their heads down ! i am so very tired of being all alone here ! as
she said this she looked down at her hands , and was surprised to see that she had put on one of the rabbit's little
white kid gloves while she was talking . how can i have done that ? she thought . i must be growing small again . she
got up and went to the table to measure herself by it , and found that , as nearly as she could guess , she was now
about two feet high , and was going on shrinking rapidly : she soon found out that the cause of this was the fan she
was holding , and she dropped it hastily , just in time to avoid shrinking away altogether . that was a narrow escape
! said alice , a good deal frightened at the sudden change , but very glad to find herself still in existence ; and
now for the garden ! and she ran with all speed back to the little door : but , alas ! the little door was shut again
, and the little golden key was lying on the glass table as before , and things are worse than ever , thought the poor
child , for i never was so small as this before , never ! and i declare it's too bad , that it is ! as she said these
words her foot slipped , and in another moment , splash ! she was up to her chin in salt water . her first idea was
that she had somehow fallen into the sea , and in that case i can go back by railway , she said to herself . alice had
been to the seaside once in her life , and had come to the general conclusion , that wherever you go to on the english
coast you find a number of bathing machines in the sea , some children digging in the sand with wooden spades , then a
row of lodging houses , and behind them a railway station . however , she soon made out that she was in the pool of
tears which she had wept when she was nine feet high . i wish i hadn't cried so much ! said alice , as she swam about
, trying to find her way out . i shall be punished for it now , i suppose , by being drowned in my own tears ! that
will be a queer thing , to be sure ! however , everything is queer to-day . just then she heard something splashing
about in the pool a little way off , and she swam nearer to make out what it was : at first she thought it must be a
walrus or hippopotamus , but then she remembered how small she was now , and she soon made out that it was only a
mouse that had slipped in like herself . would it be of any use , now , thought alice , to speak to this mouse ?
everything is so out-of-the-way down here , that i should think very likely it can talk : at any rate , there's no
harm in trying . so she began : o mouse , do you know the way out of this pool ? i am very tired of swimming about
here , o mouse ! alice thought this must be the right way of speaking to a mouse : she had never done such a thing
before , but she remembered having seen in her brother's latin grammar , a mouse of a mouse to a mouse a mouse o mouse
! the mouse looked at her rather inquisitively , and seemed to her to wink with one of its little eyes , but it said
nothing . perhaps it doesn't understand english , thought alice ; i daresay it's a french mouse , come over with
william the conqueror . for , with all her knowledge of history , alice had no very clear notion how long ago anything
had happened . so she began again : ou est ma chatte ? which was the first sentence in her french lesson-book . the
mouse gave a sudden leap out of the water , and seemed to quiver all over with fright . oh , i beg your pardon ! cried
alice hastily , afraid that she had hurt the poor animal's feelings . i quite forgot you didn't like cats . not like
cats ! cried the mouse , in a shrill , passionate voice . would you like cats if you were me ? well , perhaps not ,
said alice in a soothing tone : don't be angry about it . and yet i wish i could show you our cat dinah : i think
you'd take a fancy to cats if you could only see her . she is such a dear quiet thing , alice went on , half to
herself , as she swam lazily about in the pool , and she sits purring so nicely by the fire , licking her paws and
washing her face and she is such a nice soft thing to nurse and she's such a capital one for catching mice oh , i beg
your pardon ! cried alice again , for this time the mouse was bristling all over , and she felt certain it must be
really offended . we won't talk about her any more if you'd rather not . we indeed ! cried the mouse , who was
trembling down to the end of his tail . as if i would talk on such a subject ! our family always hated cats : nasty ,
low , vulgar things ! don't let me hear the name again ! i won't indeed ! said alice , in a great hurry to change the
subject of conversation . are you are you fond of of dogs ? the mouse did not answer , so alice went on eagerly :
there is such a nice little dog near our house i should like to show you ! a little bright-eyed terrier , you know ,
with oh , such long curly brown hair ! and it'll fetch things when you throw them , and it'll sit up and beg for its
dinner , and all sorts of things i can't remember half of them and it belongs to a farmer , you know , and he says
it's so useful , it's worth a hundred pounds ! he says it kills all the rats and oh dear ! cried alice in a sorrowful
tone , i'm afraid i've offended it again ! for the mouse was swimming away from her as hard as it could go , and
making quite a commotion in the pool as it went . so she called softly after it , mouse dear ! do come back again ,
and we won't talk about cats or dogs either , if you don't like them ! when the mouse heard this , it turned round and
swam slowly back to her : its face was quite pale with passion , alice thought , and it said in a low trembling voice
, let us get to the shore , and then i'll tell you my history , and you'll understand why it is i hate cats and dogs .
it was high time to go , for the pool was getting quite crowded with the birds and animals that had fallen into it :
there were a duck and a dodo , a lory and an eaglet , and several other curious creatures . alice led the way , and
the whole party swam to the shore . they were indeed a queer-looking party that assembled on the bank the birds with
draggled feathers , the animals with their fur clinging close to them , and all dripping wet , cross , and
uncomfortable . the first question of course was , how to get dry again : they had a consultation about this , and
after a few minutes it seemed quite natural to alice to find herself talking familiarly with them , as if she had
known them all her life . indeed , she had quite a long argument with the lory , who at last turned sulky , and would
only say , i am older than you , and must know better ; and this alice would not allow without knowing how old it was
, and , as the lory positively refused to tell its age , there was no more to be said . at last the mouse , who seemed
to be a person of authority among them , called out , sit down , all of you , and listen to me ! i'll soon make you
dry enough ! they all sat down at once , in a large ring , with the mouse in the middle . alice kept her eyes
anxiously fixed on it , for she felt sure she would catch a bad cold if she did not get dry very soon . ahem ! said
the mouse with an important air , are you all ready ? this is the driest thing i know . silence all round , if you
please ! william the conqueror , whose cause was favoured by the pope , was soon submitted to by the english , who
wanted leaders , and had been of late much accustomed to usurpation and conquest . edwin and morcar , the earls of
mercia and northumbria ugh ! said the lory , with a shiver . i beg your pardon ! said the mouse , frowning , but very
politely : did you speak ? not i ! said the lory hastily . i thought you did , said the mouse . i proceed . edwin and
morcar , the earls of mercia and northumbria , declared for him : and even stigand , the patriotic archbishop of
canterbury , found it advisable found what ? said the duck . found it , the mouse replied rather crossly : of course
you know what it means . i know what it means well enough , when i find a thing , said the duck : it's generally a
frog or a worm . the question is , what did the archbishop find ? the mouse did not notice this question , but
hurriedly went on , found it advisable to go with edgar atheling to meet william and offer him the crown . william's
conduct at first was moderate . but the insolence of his normans how are you getting on now , my dear ? it continued ,
turning to alice as it spoke . as wet as ever , said alice in a melancholy tone : it doesn't seem to dry me at all .
in that case , said the dodo solemnly , rising to its feet , i move that the meeting adjourn , for the immediate
adoption of more energetic remedies speak english ! said the eaglet . i don't know the meaning of half those long
words , and , what's more , i don't believe you do either ! and the eaglet bent down its head to hide a smile : some
of the other birds tittered audibly . what i was going to say , said the dodo in an offended tone , was , that the
best thing to get us dry would be a caucus-race . what is a caucus-race ? said alice ; not that she wanted much to
know , but the dodo had paused as if it thought that somebody ought to speak , and no one else seemed inclined to say
anything . why , said the dodo , the best way to explain it is to do it . and , as you might like to try the thing
yourself , some winter day , i will tell you how the dodo managed it . first it marked out a race-course , in a sort
of circle , the exact shape doesn't matter , it said , and then all the party were placed along the course , here and
there . there was no one , two , three , and away , but they began running when they liked , and left off when they
liked , so that it was not easy to know when the race was over . however , when they had been running half an hour or
so , and were quite dry again , the dodo suddenly called out the race is over ! and they all crowded round it ,
panting , and asking , but who has won ? this question the dodo could not answer without a great deal of thought , and
it sat for a long time with one finger pressed upon its forehead the position in which you usually see shakespeare ,
in the pictures of him , while the rest waited in silence . at last the dodo said , everybody has won , and all must
have prizes . but who is to give the prizes ? quite a chorus of voices asked . why , she , of course , said the dodo ,
pointing to alice with one finger ; and the whole party at once crowded round her , calling out in a confused way ,
prizes ! prizes ! alice had no idea what to do , and in despair she put her hand in her pocket , and pulled out a box
of comfits , luckily the salt water had not got into it , and handed them round as prizes . there was exactly one
a-piece all round . but she must have a prize herself , you know , said the mouse . of course , the dodo replied very
gravely . what else have you got in your pocket ? he went on , turning to alice . only a thimble , said alice sadly .
hand it over here , said the dodo . then they all crowded round her once more , while the dodo solemnly presented the
thimble , saying we beg your acceptance of this elegant thimble ; and , when it had finished this short speech , they
all cheered . alice thought the whole thing very absurd , but they all looked so grave that she did not dare to laugh
; and , as she could not think of anything to say , she simply bowed , and took the thimble , looking as solemn as she
could . the next thing was to eat the comfits : this caused some noise and confusion , as the large birds complained
that they could not taste theirs , and the small ones choked and had to be patted on the back . however , it was over
at last , and they sat down again in a ring , and begged the mouse to tell them something more . you promised to tell
me your history , you know , said alice , and why it is you hate c and d , she added in a whisper , half afraid that
it would be offended again . mine is a long and a sad tale ! said the mouse , turning to alice , and sighing . it is a
long tail , certainly , said alice , looking down with wonder at the mouse's tail ; but why do you call it sad ? and
she kept on puzzling about it while the mouse was speaking , so that her idea of the tale was something like this :
fury said to a mouse , that he met in the house , let us both go to law : i will prosecute you . come , i'll take no
denial ; we must have a trial : for really this morning i've nothing to do . said the mouse to the cur , such a trial
, dear sir , with no jury or judge , would be wasting our breath . i'll be judge , i'll be jury , said cunning old
fury : i'll try the whole cause , and condemn you to death . you are not attending ! said the mouse to alice severely
. what are you thinking of ? i beg your pardon , said alice very humbly : you had got to the fifth bend , i think ? i
had not ! cried the mouse , sharply and very angrily . a knot ! said alice , always ready to make herself useful , and
looking anxiously about her . oh , do let me help to undo it ! i shall do nothing of the sort , said the mouse ,
getting up and walking away . you insult me by talking such nonsense ! i didn't mean it ! pleaded poor alice . but
you're so easily offended , you know ! the mouse only growled in reply . please come back and finish your story !
alice called after it ; and the others all joined in chorus , yes , please do ! but the mouse only shook its head
impatiently , and walked a little quicker . what a pity it wouldn't stay ! sighed the lory , as soon as it was quite
out of sight ; and an old crab took the opportunity of saying to her daughter ah , my dear ! let this be a lesson to
you never to lose your temper ! hold your tongue , ma ! said the young crab , a little snappishly . you're enough to
try the patience of an oyster ! i wish i had our dinah here , i know i do ! said alice aloud , addressing nobody in
particular . she'd soon fetch it back ! and who is dinah , if i might venture to ask the question ? said the lory .
alice replied eagerly , for she was always ready to talk about her pet : dinah's our cat . and she's such a capital
one for catching mice you can't think ! and oh , i wish you could see her after the birds ! why , she'll eat a little
bird as soon as look at it ! this speech caused a remarkable sensation among the party . some of the birds hurried off
at once : one old magpie began wrapping itself up very carefully , remarking , i really must be getting home ; the
night-air doesn't suit my throat ! and a canary called out in a trembling voice to its children , come away , my dears
! it's high time you were all in bed ! on various pretexts they all moved off , and alice was soon left alone . i wish
i hadn't mentioned dinah ! she said to herself in a melancholy tone . nobody seems to like her , down here , and i'm
sure she's the best cat in the world ! oh , my dear dinah ! i wonder if i shall ever see you any more ! and here poor
alice began to cry again , for she felt very lonely and low-spirited . in a little while , however , she again heard a
little pattering of footsteps in the distance , and she looked up eagerly , half hoping that the mouse had changed his
mind , and was coming back to finish his story .
`
