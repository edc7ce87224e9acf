// Runs before anything is drawn: tells the styles that GOV.UK Frontend's script will follow.
document.body.className +=
  " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
