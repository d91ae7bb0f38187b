package by.pobach.signin;

import org.springframework.stereotype.Controller;

/** Signing in and out. */
@Controller
class SignInPages {}
