package dev.winback.survey;

import dev.winback.letter.LetterLanguages;
import dev.winback.letter.SurveyLetters;
import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The form behind the button of a letter, for whoever holds the link: looking changes nothing, an
 * answer is stored once (hold.md, T47).
 */
@Service
@Transactional
public class SurveyForms {

  private final SurveyLetters letters;
  private final Answering answering;
  private final Surveys surveys;
  private final Reasons reasons;
  private final LetterLanguages languages;
  private final JdbcClient jdbc;

  SurveyForms(
      SurveyLetters letters,
      Answering answering,
      Surveys surveys,
      Reasons reasons,
      LetterLanguages languages,
      JdbcClient jdbc) {
    this.letters = letters;
    this.answering = answering;
    this.surveys = surveys;
    this.reasons = reasons;
    this.languages = languages;
    this.jdbc = jdbc;
  }

  /** What the page shows: nothing that tells who was asked. */
  public record Form(
      String firm, Survey survey, List<Question> questions, List<Reason> reasons, boolean done) {

    /** Over before he answered. */
    public boolean over() {
      return !done && survey.closed();
    }
  }

  /** Empty for a token that is forged, damaged, unknown, or of an erased person. */
  @Transactional(readOnly = true)
  public Optional<Form> form(String token) {
    return letters.invited(token).flatMap(answering::find).map(this::form);
  }

  /** In which the page speaks: that of its letter, the firm's for a bad token. */
  @Transactional(readOnly = true)
  public String language(String token) {
    return letters.invited(token).map(languages::ofInvitation).orElseGet(languages::firm);
  }

  private Form form(Answering.Invited invited) {
    var survey = surveys.require(invited.survey());
    var firm = jdbc.sql("select name from firm").query(String.class).single();
    var questions = surveys.questions(survey.id(), false);
    return new Form(firm, survey, questions, reasons.choices(), invited.answered());
  }

  /** False when nothing was filled in; empty for a bad token. A second answer changes nothing. */
  public Optional<Boolean> answer(String token, Map<String, String> form) {
    return letters.invited(token).flatMap(answering::lock).map(invited -> answer(invited, form));
  }

  private boolean answer(Answering.Invited invited, Map<String, String> form) {
    if (invited.answered() || surveys.require(invited.survey()).closed()) {
      return true;
    }
    var codes = reasons.choices().stream().map(Reason::code).toList();
    var answers = answering.read(invited.survey(), form, codes);
    if (answers.isEmpty()) {
      return false;
    }
    answering.store(invited, answers, null);
    return true;
  }
}
