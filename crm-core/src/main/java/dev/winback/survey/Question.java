package dev.winback.survey;

/** A question of a survey; a retired one is asked no longer, its answers stay. */
public record Question(long id, String kindCode, String text, boolean retired) {

  public QuestionKind kind() {
    return QuestionKind.ofCode(kindCode);
  }
}
