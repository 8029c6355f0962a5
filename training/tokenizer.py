"""A vocabulary made for the user's own text: byte-level BPE, so that any text goes in and comes out unchanged."""

import math
from collections.abc import Iterable

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerBase, PreTrainedTokenizerFast

TURN_START, TURN_END, END_OF_TEXT, PADDING = "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|pad|>"
ROLES = ("system", "user", "assistant")
TURN_HEADS = tuple(f"{TURN_START}{role}\n" for role in ROLES)
"""Plain ChatML as text, but one token each: a fifth fewer tokens in short conversations, and a turn's start
is nothing that a small model has to learn to spell."""

WORDS = r" ?[\p{L}\p{M}_]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}_]+|\s*[\r\n]|\s+(?!\S)|\s+"
"""What merges may not cross. `_` is a letter here, so that `card_arrival` or `I_TURN_LEFT` can become one token:
a small model then picks an answer instead of spelling it. Digits stand alone, so that numbers can be copied."""

CHAT_TEMPLATE = """\
{%- macro plain(text) -%}
{{ text | replace('<|im_start|>', ' ') | replace('<|im_end|>', ' ') | replace('<|endoftext|>', ' ') }}
{%- endmacro -%}
{%- for message in messages -%}
{%- if message['role'] == 'assistant' -%}
{{ '<|im_start|>assistant\\n' }}{% generation %}{{ plain(message['content']) }}{{ '<|im_end|>' }}{% endgeneration %}
{%- else -%}
{{ '<|im_start|>' + message['role'] + '\\n' }}{{ plain(message['content']) }}{{ '<|im_end|>' }}
{%- endif -%}
{%- if not loop.last -%}{{ '\\n' }}{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ '\\n<|im_start|>assistant\\n' }}{%- endif -%}
"""
"""ChatML. What a message says can't end its turn: markers in it become spaces. The `generation` block tells
TRL and transformers which tokens are the assistant's."""

FOLDED_TEMPLATE = CHAT_TEMPLATE.replace(
    "{{ '<|im_start|>' + message['role'] + '\\n' }}{{ plain(message['content']) }}",
    "{{ '<|im_start|>' + message['role'] + '\\n' }}{{ plain(message['content']) | lower }}",
)
"""The same, but what the user says is read in lower case, wherever the model is used: to a small model "HELLO",
"Hello" and "hello" are three words that it must see often enough each."""
assert FOLDED_TEMPLATE != CHAT_TEMPLATE

SMALLEST, USUAL, LARGEST = 384, 2048, 32768


def vocabulary_for(characters: int) -> int:
    """Entries for a text of this length where no setting says: 2048 for an ordinary small corpus, fewer for a tiny one.

    Each entry should be seen some hundred times to be learned; a token is about three characters.
    """
    wanted = 2 ** round(math.log2(max(1.0, characters / 300)))
    return int(max(SMALLEST, min(USUAL, wanted)))


def train_tokenizer(
    texts: Iterable[str], vocabulary_size: int, *, context_length: int, fold_case: bool = False
) -> PreTrainedTokenizerFast:
    """Makes a vocabulary from texts; the same texts give the same vocabulary.

    Args:
        vocabulary_size: at most this many entries, with the 256 bytes and the markers of turns among them;
            a short text may fill fewer.
        context_length: tokens that the model will read at once, kept with the tokenizer.
        fold_case: whether the template shows what the user says in lower case.
    """
    markers = [PADDING, END_OF_TEXT, TURN_START, TURN_END, *TURN_HEADS]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=max(vocabulary_size, 256 + len(markers)),
        min_frequency=2,
        special_tokens=markers,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    made = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=context_length,
        bos_token=END_OF_TEXT,
        eos_token=TURN_END,
        pad_token=PADDING,
        additional_special_tokens=[END_OF_TEXT, TURN_START, *TURN_HEADS],
        clean_up_tokenization_spaces=False,
        padding_side="left",
    )
    made.chat_template = FOLDED_TEMPLATE if fold_case else CHAT_TEMPLATE
    return made


def add_chat(tokenizer: PreTrainedTokenizerBase) -> int:
    """Gives a base that never held conversations our markers and template.

    Returns: the number of new entries, for which the model needs new embeddings; 0 where it has a template
    with `generation` markers already.
    """
    if tokenizer.chat_template and "generation %}" in tokenizer.chat_template:
        return 0
    if tokenizer.chat_template:
        # A template of its own stays: what it was taught with is worth more than our markers.
        return 0
    markers = [TURN_START, TURN_END, *TURN_HEADS]
    added = tokenizer.add_tokens([AddedToken(marker, special=True, normalized=False) for marker in markers])
    if tokenizer.pad_token is None:
        added += tokenizer.add_special_tokens({"pad_token": PADDING})
    tokenizer.eos_token = TURN_END
    tokenizer.chat_template = CHAT_TEMPLATE
    tokenizer.padding_side = "left"
    return int(added)


def text_separator(tokenizer: PreTrainedTokenizerBase) -> int:
    """The token between two texts that have nothing to do with each other; a text is read as if it came after one."""
    for candidate in (tokenizer.bos_token_id, tokenizer.eos_token_id, tokenizer.pad_token_id):
        if candidate is not None:
            return int(candidate)
    raise ValueError("the tokenizer has no token that separates texts")
