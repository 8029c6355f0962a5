"""The plain methods that a model for classes must be compared with. Seconds to train, often hard to beat.

Source of the choice: Casanueva et al. 2020, https://aclanthology.org/2020.nlp4convai-1.5, where such baselines
stand beside the encoders, and practice.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

Classify = Callable[[Sequence[str]], list[str]]

WHAT = {
    "tfidf_logistic_regression": "TF-IDF word counts and logistic regression, trained on the same examples.",
    "nearest_neighbour": "The class of the most similar training example, by TF-IDF.",
    "majority": "Always the most frequent class.",
}
MOST_CLASSES = 1000
"""Beyond this the labels are rather answers than classes."""


def plain_methods(texts: Sequence[str], labels: Sequence[str], *, seed: int = 0) -> dict[str, Classify]:
    """Name to a function from texts to labels, each trained on the same examples as the model."""
    most_common = Counter(sorted(labels)).most_common(1)[0][0]
    methods: dict[str, Classify] = {}
    if 1 < len(set(labels)) <= MOST_CLASSES:
        for name, model in (
            ("tfidf_logistic_regression", LogisticRegression(C=10.0, max_iter=1000, random_state=seed)),
            ("nearest_neighbour", KNeighborsClassifier(n_neighbors=1, metric="cosine")),
        ):
            pipeline = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), model)
            try:
                pipeline.fit(list(texts), list(labels))
            except ValueError:
                continue  # no words at all in the texts: nothing that a method by words could learn
            methods[name] = _classifier(pipeline)
    methods["majority"] = lambda asked: [most_common] * len(asked)
    return methods


def _classifier(pipeline: object) -> Classify:
    def classify(asked: Sequence[str]) -> list[str]:
        return [str(label) for label in pipeline.predict(list(asked))]  # type: ignore[attr-defined]

    return classify
