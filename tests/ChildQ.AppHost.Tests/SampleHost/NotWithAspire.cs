// With Aspire there is no local host to kill.
return;
