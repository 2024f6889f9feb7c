package dev.winback.web.testing;

import dev.winback.testing.CleanTables;
import dev.winback.testing.CopiesAgree;
import dev.winback.testing.TestConnection;
import dev.winback.testing.TestPasswords;
import dev.winback.web.WinbackApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application over its real filter chain, on a clean database and a clock that
 * tests move.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = WinbackApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "winback.zone=Europe/Berlin",
      "winback.demo=false",
      "winback.night.nodes=false",
      "winback.mail.nodes=false"
    })
@Import({TestConnection.class, TestClock.class, TestPasswords.class})
@AutoConfigureMockMvc
@ExtendWith({CleanTables.class, CopiesAgree.class})
public @interface WebTest {}
