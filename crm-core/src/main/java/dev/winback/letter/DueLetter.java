package dev.winback.letter;

import dev.winback.lapse.LapseId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claimed letter, of a lapse or to a customer who is asked something, with everything that
 * rendering and sending need, so that no letter asks the database again; watched is the mailbox in
 * which the program itself finds who opts out by mail, null where it reads none.
 */
public record DueLetter(
    LetterId id,
    @Nullable LapseId lapse,
    int rung,
    int attempts,
    String messageId,
    String address,
    String recipient,
    @Nullable String responsible,
    @Nullable String replyTo,
    @Nullable String returnPath,
    @Nullable String watched,
    LetterContent content,
    Tracked tracked) {

  DueLetter with(Tracked ways) {
    return with(content, ways);
  }

  DueLetter showing(Map<String, FileLink> files) {
    return with(content.with(files), tracked);
  }

  private DueLetter with(LetterContent shown, Tracked ways) {
    return new DueLetter(
        id,
        lapse,
        rung,
        attempts,
        messageId,
        address,
        recipient,
        responsible,
        replyTo,
        returnPath,
        watched,
        shown,
        ways);
  }
}
